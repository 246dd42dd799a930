/** Excel workbooks for every feature. */
export { lazily, safeText, sheetOf, workbook, type Column, type Sheet, type Workbook } from './write-workbook.ts';
