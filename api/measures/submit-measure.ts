import { submitForApproval, type ApprovalSubject } from '../approvals/index.ts';
import { startPlan } from '../annual-wheel/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, localDate, nowOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { isEditable, measurePath, measurePlanKey, measureSubject, measureTurn, measureWay } from './measure.ts';
import { Measures } from './measure-list.ts';
import { contentOf } from './measure-words.ts';
import { measureOrThrow } from './measures.ts';
import { mayProposeMeasure, maySeeMeasures } from './permissions.ts';

/**
 * Submits a proposal to the committee and then Koncernledelsen (R13). Idempotent. Throws AppError: forbidden, missing,
 * conflict `measures.notEditable`, unavailable.
 */
export async function submitMeasure(context: Context, actor: Actor, key: string): Promise<void> {
  if (!mayProposeMeasure(actor)) throw forbidden('measures.mayNotPropose');
  await oneAtATime(context, measureTurn(key), async () => {
    const { measure, state } = measureOrThrow(context, key);
    if (state === 'waiting') return;
    if (!isEditable(state)) throw conflict('measures.notEditable');
    await submitForApproval(context, actor, {
      subjectKind: measureSubject,
      subjectKey: key,
      content: contentOf(context, measure),
      summary: measure.recommendation,
      stages: measureWay,
    });
  });
}

/** The approval subject of measures; an approved one becomes tasks of the wheel. */
export const measureApproval: ApprovalSubject = {
  kind: measureSubject,
  contentNow: (context, key) => {
    const measure = context.list(Measures).get(key);
    return measure && measure.discardedAt === undefined ? contentOf(context, measure) : undefined;
  },
  path: (_context, key) => measurePath(key),
  mayRead: (_context, actor) => maySeeMeasures(actor),
  ended: async (context, { state, subjectKey, submittedBy, endedAt }) => {
    const measure = context.list(Measures).get(subjectKey);
    if (state !== 'approved' || !measure || measure.steps.length === 0) return;
    await startPlan(context, {
      key: measurePlanKey(subjectKey),
      title: measure.title,
      startsOn: localDate(endedAt ?? nowOf(context.clock)),
      madeBy: submittedBy,
      tasks: measure.steps.map(({ title, role, due, scope }, index) => ({
        key: String(index + 1),
        title,
        role,
        scope,
        source: 'R13',
        why: measure.recommendation,
        due: due as LocalDate,
      })),
    });
  },
};
