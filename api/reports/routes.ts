import type { Context } from '../context.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/route.ts';
import type { Actor } from '../kernel/index.ts';
import { reportsContract } from './contract.ts';
import { reportFile, requireTemplate, storeTemplate } from './files/report-files.ts';
import { shippedTemplate } from './files/report-word.ts';
import { reportReaders, reportWriters } from './permissions.ts';
import { reportList, reportView } from './report-views.ts';
import { reportOrThrow } from './reports.ts';
import { changeReport, keepTemplate, makeReport, takeFigures } from './save-report.ts';
import { submitReport } from './submit-report.ts';

const viewOf = (context: Context, actor: Actor, key: string) =>
  reportView(context, actor, reportOrThrow(context, actor, key));
const thenReport = thenView(from(viewOf, 'reportKey'));

export const reportRoutes: readonly Route[] = routes(reportsContract, {
  'GET /api/reports': allow(reportReaders, (context, actor) => reportList(context, actor)),
  'POST /api/reports': allow(reportWriters, created(viewOf, from(makeReport, 'body.year'))),
  'GET /api/reports/:reportKey': allow(reportReaders, from(viewOf, 'reportKey')),
  'PUT /api/reports/:reportKey': allow(reportWriters, thenReport(from(changeReport, 'reportKey', 'body'))),
  'POST /api/reports/:reportKey/figures': allow(
    reportWriters,
    thenReport(from(takeFigures, 'reportKey', 'body.lastYear')),
  ),
  'PUT /api/reports/:reportKey/template': {
    allow: reportWriters,
    before: (context, actor, { reportKey }) => requireTemplate(context, actor, reportKey),
    run: thenReport(async (context, actor, { params: { reportKey }, body }) =>
      keepTemplate(context, actor, reportKey, await storeTemplate(context, actor, reportKey, body)),
    ),
  },
  'DELETE /api/reports/:reportKey/template': allow(
    reportWriters,
    thenReport((context, actor, { params }) => keepTemplate(context, actor, params.reportKey, undefined)),
  ),
  'GET /api/report-template.docx': allow(reportReaders, (context, actor) => shippedTemplate(context, actor.language)),
  'GET /api/reports/:reportKey/report.docx': allow(reportReaders, (context, actor, { params }) =>
    reportFile(context, actor, reportOrThrow(context, actor, params.reportKey), 'word'),
  ),
  'GET /api/reports/:reportKey/report.pdf': allow(reportReaders, (context, actor, { params }) =>
    reportFile(context, actor, reportOrThrow(context, actor, params.reportKey), 'paper'),
  ),
  'POST /api/reports/:reportKey/submit': allow(reportWriters, thenReport(from(submitReport, 'reportKey'))),
});
