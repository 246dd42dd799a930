import type { Context } from '../context.ts';
import { routes, type Route } from '../http/route.ts';
import type { Actor } from '../kernel/index.ts';
import { reportsContract } from './contract.ts';
import { reportFile, requireTemplate, storeTemplate } from './files/report-files.ts';
import { shippedTemplate } from './files/report-word.ts';
import { reportReaders, reportWriters } from './permissions.ts';
import { reportList, reportView } from './report-views.ts';
import { reportOrThrow } from './reports.ts';
import { changeReport, keepTemplate, makeReport, takeFigures } from './save-report.ts';
import { submitReport } from './submit-report.ts';

type Given = { params: { reportKey: string } };

/** An act on a report, answered with its new view. */
const thenView =
  <Input extends Given>(act: (context: Context, actor: Actor, key: string, input: Input) => Promise<unknown>) =>
  async (context: Context, actor: Actor, input: Input) => {
    await act(context, actor, input.params.reportKey, input);
    return reportView(context, actor, reportOrThrow(context, actor, input.params.reportKey));
  };

export const reportRoutes: readonly Route[] = routes(reportsContract, {
  'GET /api/reports': { allow: reportReaders, run: (context, actor) => reportList(context, actor) },
  'POST /api/reports': {
    allow: reportWriters,
    run: async (context, actor, { body }) => {
      const { key } = await makeReport(context, actor, body.year);
      return reportView(context, actor, reportOrThrow(context, actor, key));
    },
  },
  'GET /api/reports/:reportKey': {
    allow: reportReaders,
    run: (context, actor, { params }) => reportView(context, actor, reportOrThrow(context, actor, params.reportKey)),
  },
  'PUT /api/reports/:reportKey': {
    allow: reportWriters,
    run: thenView((context, actor, key, { body }) => changeReport(context, actor, key, body)),
  },
  'POST /api/reports/:reportKey/figures': {
    allow: reportWriters,
    run: thenView((context, actor, key, { body }) => takeFigures(context, actor, key, body.lastYear)),
  },
  'PUT /api/reports/:reportKey/template': {
    allow: reportWriters,
    before: (context, actor, { reportKey }) => requireTemplate(context, actor, reportKey),
    run: thenView(async (context, actor, key, { body }) =>
      keepTemplate(context, actor, key, await storeTemplate(context, actor, key, body)),
    ),
  },
  'DELETE /api/reports/:reportKey/template': {
    allow: reportWriters,
    run: thenView((context, actor, key) => keepTemplate(context, actor, key, undefined)),
  },
  'GET /api/report-template.docx': {
    allow: reportReaders,
    run: (context, actor) => shippedTemplate(context, actor.language),
  },
  'GET /api/reports/:reportKey/report.docx': {
    allow: reportReaders,
    run: (context, actor, { params }) =>
      reportFile(context, actor, reportOrThrow(context, actor, params.reportKey), 'word'),
  },
  'GET /api/reports/:reportKey/report.pdf': {
    allow: reportReaders,
    run: (context, actor, { params }) =>
      reportFile(context, actor, reportOrThrow(context, actor, params.reportKey), 'paper'),
  },
  'POST /api/reports/:reportKey/submit': {
    allow: reportWriters,
    run: thenView((context, actor, key) => submitReport(context, actor, key)),
  },
});
