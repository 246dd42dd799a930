/** Excel workbooks, as every feature hands them out. */
export {
  lazily,
  safeText,
  sheetOf,
  workbook,
  type Column,
  type Row,
  type Sheet,
  type Workbook,
} from './write-workbook.ts';
