/** Excel workbooks, as every feature hands them out. */
export { rowsOf, safeText, workbook, type Row, type Sheet, type Workbook } from './write-workbook.ts';
