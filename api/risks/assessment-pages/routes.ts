import type { Context } from '../../context.ts';
import { editing } from '../../edits/index.ts';
import { allow, created, from, routes, thenView } from '../../http/route.ts';
import type { Actor, LocalDate } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import { assessmentsContract } from '../contract.ts';
import { assessmentReport } from './assessment-report.ts';
import { assessmentEtag, assessmentView, savedRisk } from './assessment-view.ts';
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
const thenViewOf = thenView(from(viewOf, 'assessmentKey'));

/** Assessments and their triggers. An asset's owner may hold no role, so the acts check (R1, R2). */
export const assessmentRoutes = routes(assessmentsContract, {
  'POST /api/risks/assessments': allow('everyone', created(viewOf, from(beginAssessment, 'body'))),
  'GET /api/risks/assessment-sources': allow('everyone', from(copySources, 'query')),
  'GET /api/risks/assessments/:assessmentKey': allow('everyone', from(viewOf, 'assessmentKey')),
  'GET /api/risks/assessments/:assessmentKey/suggestions': allow('everyone', from(suggestionsFor, 'assessmentKey')),
  'PUT /api/risks/assessments/:assessmentKey': allow(
    'everyone',
    editing(
      (context, { params }, actor) => assessmentEtag(assessmentFor(context, actor, params.assessmentKey).assessment),
      thenViewOf(from(changeAssessment, 'assessmentKey', 'body')),
    ),
  ),
  'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': allow(
    'everyone',
    async (context, actor, { params: { assessmentKey, threatKey }, body: { changes } }) => {
      const conflicts = await saveFields(context, actor, { assessmentKey, threatKey, changes });
      return {
        risk: savedRisk(context, actor, assessmentFor(context, actor, assessmentKey), threatKey),
        conflicts: conflicts.map(({ by, ...told }) => ({
          ...told,
          ...(by === undefined ? {} : { by: personRef(context, by) }),
        })),
      };
    },
  ),
  'POST /api/risks/assessments/:assessmentKey/threats': allow(
    'everyone',
    thenViewOf(from(addThreat, 'assessmentKey', 'body')),
  ),
  'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': allow(
    'everyone',
    thenViewOf(from(removeThreat, 'assessmentKey', 'threatKey')),
  ),
  'POST /api/risks/assessments/:assessmentKey/full': allow('everyone', thenViewOf(from(goOnToFull, 'assessmentKey'))),
  'POST /api/risks/assessments/:assessmentKey/finish': allow(
    'everyone',
    thenViewOf(from(finishAssessment, 'assessmentKey', 'body.openReason')),
  ),
  'POST /api/risks/assessments/:assessmentKey/discard': allow(
    'everyone',
    thenViewOf(from(discardAssessment, 'assessmentKey')),
  ),
  'GET /api/risks/assessments/:assessmentKey/report.docx': allow('everyone', (context, actor, { params }) =>
    assessmentReport(context, actor, assessmentFor(context, actor, params.assessmentKey)),
  ),
  'POST /api/risks/triggers': allow('everyone', async (context, actor, { body }) => ({
    key: await raiseTrigger(context, actor, { ...body, due: body.due as LocalDate }),
  })),
  'DELETE /api/risks/triggers/:triggerKey': allow('everyone', async (context, actor, { params }) => ({
    key: await takeBackTrigger(context, actor, params.triggerKey),
  })),
  'GET /api/risks/triggers': allow('everyone', from(triggerList, 'query.assetKey')),
});
