import type { Context } from '../../context.ts';
import { routes } from '../../http/route.ts';
import type { Actor, LocalDate } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import { assessmentsContract } from '../contract.ts';
import { assessmentReport } from './assessment-report.ts';
import { assessmentView, savedRisk } from './assessment-view.ts';
import { assessmentFor } from '../assessments/assessments.ts';
import { beginAssessment } from '../assessments/begin-assessment.ts';
import {
  addThreat,
  changeAssessment,
  discardAssessment,
  goOnToFull,
  removeThreat,
} from '../assessments/change-assessment.ts';
import { copySources } from '../assessments/copy-sources.ts';
import { finishAssessment } from '../assessments/finish-assessment.ts';
import { saveFields } from '../assessments/save-fields.ts';
import { suggestionsFor } from '../assessments/suggestions.ts';
import { triggerList } from '../assessments/trigger-views.ts';
import { raiseTrigger, takeBackTrigger } from '../assessments/triggers.ts';

const viewOf = (context: Context, actor: Actor, key: string) =>
  assessmentView(context, actor, assessmentFor(context, actor, key));

/** Assessments and their triggers. An asset's owner may hold no role, so the acts check (R1, R2). */
export const assessmentRoutes = routes(assessmentsContract, {
  'POST /api/risks/assessments': {
    allow: 'everyone',
    run: async (context, actor, { body }) => viewOf(context, actor, (await beginAssessment(context, actor, body)).key),
  },
  'GET /api/risks/assessment-sources': {
    allow: 'everyone',
    run: (context, actor, { query }) => copySources(context, actor, query),
  },
  'GET /api/risks/assessments/:assessmentKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => viewOf(context, actor, params.assessmentKey),
  },
  'GET /api/risks/assessments/:assessmentKey/suggestions': {
    allow: 'everyone',
    run: (context, actor, { params }) => suggestionsFor(context, actor, params.assessmentKey),
  },
  'PUT /api/risks/assessments/:assessmentKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey }, body }) => {
      await changeAssessment(context, actor, assessmentKey, body);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey, threatKey }, body: { changes } }) => {
      const conflicts = await saveFields(context, actor, { assessmentKey, threatKey, changes });
      return {
        risk: savedRisk(context, actor, assessmentFor(context, actor, assessmentKey), threatKey),
        conflicts: conflicts.map(({ by, ...told }) => ({
          ...told,
          ...(by === undefined ? {} : { by: personRef(context, by) }),
        })),
      };
    },
  },
  'POST /api/risks/assessments/:assessmentKey/threats': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey }, body }) => {
      await addThreat(context, actor, assessmentKey, body);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey, threatKey } }) => {
      await removeThreat(context, actor, assessmentKey, threatKey);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'POST /api/risks/assessments/:assessmentKey/full': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey } }) => {
      await goOnToFull(context, actor, assessmentKey);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'POST /api/risks/assessments/:assessmentKey/finish': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey }, body }) => {
      await finishAssessment(context, actor, assessmentKey, body.openReason);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'POST /api/risks/assessments/:assessmentKey/discard': {
    allow: 'everyone',
    run: async (context, actor, { params: { assessmentKey } }) => {
      await discardAssessment(context, actor, assessmentKey);
      return viewOf(context, actor, assessmentKey);
    },
  },
  'GET /api/risks/assessments/:assessmentKey/report.docx': {
    allow: 'everyone',
    run: (context, actor, { params }) =>
      assessmentReport(context, actor, assessmentFor(context, actor, params.assessmentKey)),
  },
  'POST /api/risks/triggers': {
    allow: 'everyone',
    run: async (context, actor, { body }) => ({
      key: await raiseTrigger(context, actor, { ...body, due: body.due as LocalDate }),
    }),
  },
  'DELETE /api/risks/triggers/:triggerKey': {
    allow: 'everyone',
    run: async (context, actor, { params }) => ({ key: await takeBackTrigger(context, actor, params.triggerKey) }),
  },
  'GET /api/risks/triggers': {
    allow: 'everyone',
    run: (context, actor, { query }) => triggerList(context, actor, query.assetKey),
  },
});
