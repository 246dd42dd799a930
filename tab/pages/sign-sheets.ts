import { page, pageTable } from '../shared/ui/page-table.tsx';

const sheetTexts = ['signSheets', 'policy', 'deliveries'] as const;

/** The pages under `/sign-sheets`. A page joins as one row. */
export const signSheetPages = pageTable({
  '/sign-sheets': page(
    () => import('../sign-sheets/SignSheetsPage.tsx').then((file) => file.SignSheetsPage),
    ...sheetTexts,
  ),
  '/sign-sheets/new': page(
    () => import('../sign-sheets/NewSheetPage.tsx').then((file) => file.NewSheetPage),
    ...sheetTexts,
  ),
  '/sign-sheets/:sheetKey': page(
    () => import('../sign-sheets/SheetPage.tsx').then((file) => file.SheetPage),
    ...sheetTexts,
  ),
});
