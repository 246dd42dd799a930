/** The security team's status reports to the committee (R14): changes since the last meeting, on its agenda. */
export { statusReportPath } from './make-report.ts';
export { statusReportReaders } from './permissions.ts';
export { StatusReports } from './report-list.ts';
export { reportInShort } from './report-views.ts';
export { statusReportRoutes } from './routes.ts';
