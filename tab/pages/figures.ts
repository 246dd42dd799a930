import { page, pageTable } from '../shared/ui/page-table.tsx';

const reportTexts = ['figures', 'roles', 'files'] as const;

/** The pages under `/figures`. A page joins as one row. */
export const figurePages = pageTable({
  '/figures': page(() => import('../figures/FiguresPage.tsx').then((file) => file.FiguresPage), 'figures'),
  '/figures/coordinator': page(
    () => import('../figures/CoordinatorPage.tsx').then((file) => file.CoordinatorPage),
    ...(['figures', 'kinds'] as const),
  ),
  '/figures/team': page(
    () => import('../figures/TeamPage.tsx').then((file) => file.TeamPage),
    ...(['figures', 'kinds', 'roles', 'advice'] as const),
  ),
  '/figures/keeping': page(() => import('../figures/KeepingPage.tsx').then((file) => file.KeepingPage), 'figures'),
  '/figures/management': page(
    () => import('../figures/ManagementPage.tsx').then((file) => file.ManagementPage),
    ...(['figures', 'roles'] as const),
  ),
  '/figures/reports': page(() => import('../reports/ReportsPage.tsx').then((file) => file.ReportsPage), ...reportTexts),
  '/figures/reports/:reportKey': page(
    () => import('../reports/ReportPage.tsx').then((file) => file.ReportPage),
    ...reportTexts,
  ),
  '/figures/reports/:reportKey/edit': page(
    () => import('../reports/ReportFormPage.tsx').then((file) => file.ReportFormPage),
    ...reportTexts,
  ),
});
