/**
 * The yearly report to Direktionen: frozen figures beside last year's, what records say, the team's own texts and what is
 * recommended to decide (R12). Stands above the figures and the rooms that it tells of.
 */
export { YearlyReports, type YearlyReport } from './report-list.ts';
export { reportApproval } from './submit-report.ts';
export { handedOnTo } from './report-views.ts';
export { reportPath } from './report.ts';
export { maySeeYearlyReport } from './reports.ts';
export { sectionKeys } from './vocabulary.ts';
export { maySeeReport } from './permissions.ts';
export { reportRoutes } from './routes.ts';
