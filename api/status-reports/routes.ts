import { allow, created, from, routes, type Route } from '../http/index.ts';
import { statusReportsContract } from './contract.ts';
import { makeStatusReport } from './make-report.ts';
import { statusReportMakers, statusReportReaders } from './permissions.ts';
import { statusReportDocument } from './report-document.ts';
import { statusReport, statusReports } from './report-views.ts';

export const statusReportRoutes: readonly Route[] = routes(statusReportsContract, {
  'GET /api/status-reports': allow(statusReportReaders, statusReports),
  'POST /api/status-reports': allow(statusReportMakers, created(statusReport, from(makeStatusReport, 'body'))),
  'GET /api/status-reports/:statusReportKey': allow(statusReportReaders, from(statusReport, 'statusReportKey')),
  'GET /api/status-reports/:statusReportKey/report.docx': allow(
    statusReportReaders,
    from(statusReportDocument, 'statusReportKey'),
  ),
});
