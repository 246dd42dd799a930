import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const sheetPage = pageWith('signSheets', 'policy', 'deliveries');

/** The pages under `/sign-sheets`. A page joins as one row. */
export const signSheetPages = pageTable({
  '/sign-sheets': sheetPage(() => import('../sign-sheets/SignSheetsPage.tsx'), 'SignSheetsPage'),
  '/sign-sheets/new': sheetPage(() => import('../sign-sheets/NewSheetPage.tsx'), 'NewSheetPage'),
  '/sign-sheets/:sheetKey': sheetPage(() => import('../sign-sheets/SheetPage.tsx'), 'SheetPage'),
});
