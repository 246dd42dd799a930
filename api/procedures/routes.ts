import { editing } from '../edits/index.ts';
import type { Context } from '../context.ts';
import { allow, created, from, routes, thenView, type Route } from '../http/route.ts';
import { forbidden, type Actor, type CentreId } from '../kernel/index.ts';
import { acknowledgeProcedure } from './acknowledge-procedure.ts';
import { areaRowOf, areaRows } from './areas.ts';
import { jobTitlesOf } from './audience.ts';
import { proceduresContract } from './contract.ts';
import { procedureCoverage } from './coverage.ts';
import { makeProcedure } from './make-procedure.ts';
import {
  areaEditors,
  centresWritten,
  coverageReaders,
  helpReaders,
  mayReadAll,
  peopleReaders,
  writers,
} from './permissions.ts';
import { viewProcedure } from './procedure-view.ts';
import { procedures } from './procedures.ts';
import { proceduresSeen } from './procedures-seen.ts';
import { coverageWorkbook, proceduresWorkbook } from './procedures-workbook.ts';
import { putFile, removeFile } from './put-file.ts';
import { readersSeen } from './readers.ts';
import { saveArea } from './save-area.ts';
import { saveDraft } from './save-draft.ts';
import { templatesOf } from './templates.ts';
import { procedureFile, versionFor } from './version-view.ts';

const andView = thenView(from(viewProcedure, 'procedureKey'));

/** Local procedures and guidelines (R12, R15, R16). */
export const procedureRoutes: Route[] = routes(proceduresContract, {
  'GET /api/procedures': allow('everyone', from(proceduresSeen, 'query')),
  'GET /api/procedures.xlsx': allow('everyone', from(proceduresWorkbook, 'query')),
  'POST /api/procedures': allow(writers, created(viewProcedure, from(makeProcedure, 'body'))),
  'GET /api/procedure-templates': allow(helpReaders, (context, actor) => ({ templates: templatesOf(context, actor) })),
  'GET /api/procedure-job-titles': allow(helpReaders, (context, actor, { query }) => ({
    jobTitles: jobTitlesSeen(context, actor, query.centreId),
  })),
  'GET /api/procedure-areas': allow('everyone', (context, actor) => ({ areas: areaRows(context, actor) })),
  'PUT /api/procedure-areas/:areaKey': allow(
    areaEditors,
    editing(
      (context, { params }, actor) => areaRows(context, actor).find(({ key }) => key === params.areaKey)?.etag,
      async (context, actor, { params, body }) => areaRowOf(await saveArea(context, actor, params.areaKey, body)),
    ),
  ),
  'GET /api/procedure-coverage': allow(coverageReaders, procedureCoverage),
  'GET /api/procedure-coverage.xlsx': allow(coverageReaders, coverageWorkbook),
  'GET /api/procedures/:procedureKey': allow('everyone', from(viewProcedure, 'procedureKey')),
  'GET /api/procedures/:procedureKey/versions/:versionKey': allow('everyone', from(versionFor, 'params')),
  'GET /api/procedures/:procedureKey/versions/:versionKey/file': allow('everyone', from(procedureFile, 'params')),
  'PUT /api/procedures/:procedureKey/draft': allow(writers, andView(from(saveDraft, 'procedureKey', 'body'))),
  'PUT /api/procedures/:procedureKey/draft/file': {
    allow: writers,
    before: (context, actor, { procedureKey }) => void procedures.writable(context, actor, procedureKey),
    run: andView(from(putFile, 'procedureKey', 'body')),
  },
  'DELETE /api/procedures/:procedureKey/draft/file': allow(writers, andView(from(removeFile, 'procedureKey'))),
  'DELETE /api/procedures/:procedureKey/draft': allow(writers, async (context, actor, { params: { procedureKey } }) => {
    await procedures.discard(context, actor, procedureKey);
    const isLeft = procedures.find(context, procedureKey) !== undefined;
    return isLeft ? { procedure: await viewProcedure(context, actor, procedureKey) } : {};
  }),
  'POST /api/procedures/:procedureKey/submit': allow(writers, andView(from(procedures.submit, 'procedureKey'))),
  'POST /api/procedures/:procedureKey/renew': allow(
    writers,
    andView(from(procedures.renew, 'procedureKey', 'body.note')),
  ),
  'POST /api/procedures/:procedureKey/retire': allow(
    writers,
    andView(from(procedures.retire, 'procedureKey', 'body.reason')),
  ),
  'POST /api/procedures/:procedureKey/acknowledge': allow(
    'everyone',
    andView((context, actor, { params: { procedureKey }, body: { versionKey } }) =>
      acknowledgeProcedure(context, actor, { procedureKey, versionKey, channel: 'tab' }),
    ),
  ),
  'GET /api/procedures/:procedureKey/people': allow(peopleReaders, from(readersSeen, 'procedureKey', 'query')),
});

/** Everywhere for writers of guidelines; else in the centres whose procedures the actor writes. */
function jobTitlesSeen(context: Context, actor: Actor, centreId: string | undefined) {
  const own = centresWritten(actor);
  const asked = (centreId as CentreId | undefined) ?? (mayReadAll(actor) ? undefined : own[0]);
  if (!mayReadAll(actor) && (asked === undefined || !own.includes(asked))) throw forbidden('procedures.mayNotWrite');
  return jobTitlesOf(context, asked);
}
