import { page, pageTable, pageWith } from '../shared/ui/page-table.tsx';

const reportPage = pageWith('figures', 'roles', 'files');

/** The pages under `/figures`. A page joins as one row. */
export const figurePages = pageTable({
  '/figures': page(() => import('../figures/FiguresPage.tsx'), 'FiguresPage', 'figures'),
  '/figures/coordinator': page(() => import('../figures/CoordinatorPage.tsx'), 'CoordinatorPage', 'figures', 'kinds'),
  '/figures/team': page(() => import('../figures/TeamPage.tsx'), 'TeamPage', 'figures', 'kinds', 'roles', 'advice'),
  '/figures/keeping': page(() => import('../figures/KeepingPage.tsx'), 'KeepingPage', 'figures'),
  '/figures/management': page(() => import('../figures/ManagementPage.tsx'), 'ManagementPage', 'figures', 'roles'),
  '/figures/reports': reportPage(() => import('../reports/ReportsPage.tsx'), 'ReportsPage'),
  '/figures/reports/:reportKey': reportPage(() => import('../reports/ReportPage.tsx'), 'ReportPage'),
  '/figures/reports/:reportKey/edit': reportPage(() => import('../reports/ReportFormPage.tsx'), 'ReportFormPage'),
});
