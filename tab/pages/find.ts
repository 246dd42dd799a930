import { page, pageTable } from '../shared/ui/page-table.tsx';

/** The page under `/find`. */
export const findPages = pageTable({
  '/find': page(() => import('../find/FindPage.tsx'), 'FindPage', 'find'),
});
