import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, nowOf, type Actor } from '../../kernel/index.ts';
import { riskOrThrow } from '../known-risks.ts';
import { RiskActions } from '../risk-lists.ts';
import { worksOn } from './action-workers.ts';
import { actionOrThrow } from './save-action.ts';

export interface Progress {
  /** Per cent; 100 is done. */
  progress: number;
  note: string;
}

/**
 * Says how far an action is: 100 is done, by whom and when, and less opens it again. Said already is done. 4 resource
 * units. Throws AppError: missing `risks.noSuchRisk` `risks.noSuchAction`, forbidden `risks.mayNotWorkOn`, conflict
 * `risks.actionCancelled`, unavailable.
 */
export async function reportProgress(
  context: Context,
  actor: Actor,
  riskKey: string,
  actionKey: string,
  { progress, note }: Progress,
): Promise<void> {
  const known = riskOrThrow(context, riskKey);
  const action = actionOrThrow(context, known, actionKey);
  if (!worksOn(context, actor, known, action)) throw forbidden('risks.mayNotWorkOn');
  const now = nowOf(context.clock);
  const isDone = progress === 100;
  const reported = await context.list(RiskActions).update(actionKey, (current) => {
    if (current.cancelledAt !== undefined) throw conflict('risks.actionCancelled');
    if (current.progress === progress && current.note === note) return undefined;
    const done = isDone ? { doneAt: current.doneAt ?? now, doneBy: current.doneBy ?? actor.personId } : {};
    const undone = { doneAt: undefined, doneBy: undefined };
    return { progress, note, ...undone, ...done, changedAt: now, changedBy: actor.personId };
  });
  if (reported.changedAt !== now) return;
  await recordAct(context, {
    ...{
      act: 'reportRiskAction',
      subjectKey: riskKey,
      actorId: actor.personId,
      at: now,
      occasion: `${actionKey} ${now}`,
    },
    details: { actionKey, progress },
  });
}
