import { page, pageTable } from '../shared/ui/page-table.tsx';

/** The pages under `/figures`. A page joins as one row. */
export const figurePages = pageTable({
  '/figures': page(() => import('./FiguresPage.tsx').then((file) => file.FiguresPage), 'figures'),
  '/figures/coordinator': page(
    () => import('./CoordinatorPage.tsx').then((file) => file.CoordinatorPage),
    ...(['figures', 'kinds'] as const),
  ),
  '/figures/team': page(
    () => import('./TeamPage.tsx').then((file) => file.TeamPage),
    ...(['figures', 'kinds', 'roles', 'advice'] as const),
  ),
  '/figures/keeping': page(() => import('./KeepingPage.tsx').then((file) => file.KeepingPage), 'figures'),
  '/figures/management': page(
    () => import('./ManagementPage.tsx').then((file) => file.ManagementPage),
    ...(['figures', 'roles'] as const),
  ),
});
