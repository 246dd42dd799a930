import { page, pageTable } from '../shared/ui/page-table.tsx';

/** The pages under `/figures`. A page joins as one row. */
export const figurePages = pageTable({
  '/figures': page(() => import('./FiguresPage.tsx').then((file) => file.FiguresPage), 'figures'),
  '/figures/management': page(
    () => import('./ManagementPage.tsx').then((file) => file.ManagementPage),
    ...(['figures', 'roles'] as const),
  ),
});
