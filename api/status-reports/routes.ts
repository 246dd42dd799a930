import { routes, type Route } from '../http/index.ts';
import { statusReportsContract } from './contract.ts';
import { makeStatusReport } from './make-report.ts';
import { statusReportMakers, statusReportReaders } from './permissions.ts';
import { statusReportDocument } from './report-document.ts';
import { statusReport, statusReports } from './report-views.ts';

export const statusReportRoutes: readonly Route[] = routes(statusReportsContract, {
  'GET /api/status-reports': { allow: statusReportReaders, run: statusReports },
  'POST /api/status-reports': {
    allow: statusReportMakers,
    run: async (context, actor, { body }) => {
      const { key } = await makeStatusReport(context, actor, body);
      return statusReport(context, actor, key);
    },
  },
  'GET /api/status-reports/:statusReportKey': {
    allow: statusReportReaders,
    run: (context, actor, { params }) => statusReport(context, actor, params.statusReportKey),
  },
  'GET /api/status-reports/:statusReportKey/report.docx': {
    allow: statusReportReaders,
    run: (context, actor, { params }) => statusReportDocument(context, actor, params.statusReportKey),
  },
});
