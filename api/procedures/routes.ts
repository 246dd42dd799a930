import type { Context } from '../context.ts';
import { thenView } from '../documents/index.ts';
import { routes, type Route } from '../http/route.ts';
import { forbidden, type Actor, type CentreId } from '../kernel/index.ts';
import { acknowledgeProcedure } from './acknowledge-procedure.ts';
import { areasOf } from './areas.ts';
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

type Given = { procedureKey: string };
const andView = thenView((context, actor, { procedureKey }: Given) => viewProcedure(context, actor, procedureKey));

/** Local procedures and guidelines (R12, R15, R16). */
export const procedureRoutes: Route[] = routes(proceduresContract, {
  'GET /api/procedures': {
    allow: 'everyone',
    run: (context, actor, { query }) => proceduresSeen(context, actor, query),
  },
  'GET /api/procedures.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => proceduresWorkbook(context, actor, query),
  },
  'POST /api/procedures': {
    allow: writers,
    run: async (context, actor, { body }) =>
      viewProcedure(context, actor, (await makeProcedure(context, actor, body)).key),
  },
  'GET /api/procedure-templates': {
    allow: helpReaders,
    run: (context, actor) => ({ templates: templatesOf(context, actor) }),
  },
  'GET /api/procedure-job-titles': {
    allow: helpReaders,
    run: (context, actor, { query }) => ({ jobTitles: jobTitlesSeen(context, actor, query.centreId) }),
  },
  'GET /api/procedure-areas': {
    allow: 'everyone',
    run: (context, actor) => ({ areas: areasOf(context, actor.language) }),
  },
  'PUT /api/procedure-areas/:areaKey': {
    allow: areaEditors,
    run: (context, actor, { params, body }) => saveArea(context, actor, params.areaKey, body),
  },
  'GET /api/procedure-coverage': { allow: coverageReaders, run: procedureCoverage },
  'GET /api/procedure-coverage.xlsx': { allow: coverageReaders, run: coverageWorkbook },
  'GET /api/procedures/:procedureKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => viewProcedure(context, actor, params.procedureKey),
  },
  'GET /api/procedures/:procedureKey/versions/:versionKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => versionFor(context, actor, params),
  },
  'GET /api/procedures/:procedureKey/versions/:versionKey/file': {
    allow: 'everyone',
    run: (context, actor, { params }) => procedureFile(context, actor, params),
  },
  'PUT /api/procedures/:procedureKey/draft': {
    allow: writers,
    run: andView((context, actor, { params, body }) => saveDraft(context, actor, params.procedureKey, body)),
  },
  'PUT /api/procedures/:procedureKey/draft/file': {
    allow: writers,
    before: (context, actor, { procedureKey }) => void procedures.writable(context, actor, procedureKey),
    run: andView((context, actor, { params, body }) => putFile(context, actor, params.procedureKey, body)),
  },
  'DELETE /api/procedures/:procedureKey/draft/file': {
    allow: writers,
    run: andView((context, actor, { params }) => removeFile(context, actor, params.procedureKey)),
  },
  'DELETE /api/procedures/:procedureKey/draft': {
    allow: writers,
    run: async (context, actor, { params: { procedureKey } }) => {
      await procedures.discard(context, actor, procedureKey);
      const isLeft = procedures.find(context, procedureKey) !== undefined;
      return isLeft ? { procedure: await viewProcedure(context, actor, procedureKey) } : {};
    },
  },
  'POST /api/procedures/:procedureKey/submit': {
    allow: writers,
    run: andView((context, actor, { params }) => procedures.submit(context, actor, params.procedureKey)),
  },
  'POST /api/procedures/:procedureKey/renew': {
    allow: writers,
    run: andView((context, actor, { params, body }) =>
      procedures.renew(context, actor, params.procedureKey, body.note),
    ),
  },
  'POST /api/procedures/:procedureKey/retire': {
    allow: writers,
    run: andView((context, actor, { params, body }) =>
      procedures.retire(context, actor, params.procedureKey, body.reason),
    ),
  },
  'POST /api/procedures/:procedureKey/acknowledge': {
    allow: 'everyone',
    run: andView((context, actor, { body }) =>
      acknowledgeProcedure(context, actor, { versionKey: body.versionKey, channel: 'tab' }),
    ),
  },
  'GET /api/procedures/:procedureKey/people': {
    allow: peopleReaders,
    run: (context, actor, { params, query }) => readersSeen(context, actor, params.procedureKey, query),
  },
});

/** Everywhere for writers of guidelines; else in the centres whose procedures the actor writes. */
function jobTitlesSeen(context: Context, actor: Actor, centreId: string | undefined) {
  const own = centresWritten(actor);
  const asked = (centreId as CentreId | undefined) ?? (mayReadAll(actor) ? undefined : own[0]);
  if (!mayReadAll(actor) && (asked === undefined || !own.includes(asked))) throw forbidden('procedures.mayNotWrite');
  return jobTitlesOf(context, asked);
}
