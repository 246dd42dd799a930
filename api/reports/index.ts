/**
 * The yearly report to Direktionen: frozen figures with last year's, records, the team's texts and recommended
 * decisions (R12). Above the figures and the rooms it describes.
 */
export { YearlyReports } from './report-list.ts';
export { reportApproval } from './submit-report.ts';
export { handedOnTo } from './report-views.ts';
export { reportPath } from './report.ts';
export { maySeeYearlyReport } from './reports.ts';
export { sectionKeys } from './vocabulary.ts';
export { reportRoutes } from './routes.ts';
