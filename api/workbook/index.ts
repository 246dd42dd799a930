/** Excel workbooks, as every feature hands them out. */
export { safeText, workbook, type Sheet, type Workbook } from './write-workbook.ts';
