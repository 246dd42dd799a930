/** For people without Teams: sheets signed at a meeting, letters, and receipts recorded by others (R8, R9, R16). */
export { SignSheets } from './sheet-list.ts';
export { makeSheet } from './make-sheet.ts';
export { tickPeople } from './tick-people.ts';
export { continueSignSheets, recordSigned } from './record-signed.ts';
export { maySeeSheets } from './permissions.ts';
export { signSheetRoutes } from './routes.ts';
