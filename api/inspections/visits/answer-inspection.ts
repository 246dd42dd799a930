import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import { forbidden, saidAt, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { AnswersBody } from '../contract.ts';
import { inspectionOrThrow, inspectionRead, requirePlanned } from '../inspections.ts';
import { Inspections, type Inspection } from '../inspection-lists.ts';
import { isToAnswer } from '../permissions.ts';
import { requireItems } from './walk-inspection.ts';

/** Stamp of the answers, also for whom the visit, held meanwhile, is closed to. Throws AppError missing, forbidden. */
export function answersStamp(context: Context, actor: Actor, inspectionKey: string): string {
  const inspection = inspectionOrThrow(context, inspectionKey);
  const { answers } = isToAnswer(context, actor, inspection)
    ? inspection
    : inspectionRead(context, actor, inspectionKey);
  return etagOf(answers);
}

/**
 * The unit's self-assessment before the visit (R16): by its ISK or manager, or a receiver of a hand-over. Editable
 * until the visit. 4 resource units. Throws AppError: missing, forbidden `inspections.mayNotAnswer`, conflict
 * `inspections.alreadyHeld` `inspections.cancelled`, invalid `inspections.noSuchItem`, unavailable.
 */
export async function answerInspection(
  context: Context,
  actor: Actor,
  inspectionKey: string,
  { answers }: AnswersBody,
): Promise<Stored<Inspection>> {
  const inspection = inspectionOrThrow(context, inspectionKey);
  if (!isToAnswer(context, actor, inspection)) throw forbidden('inspections.mayNotAnswer');
  requirePlanned(context, inspection);
  const at = saidAt(context.clock, actor);
  const said = new Map(answers.map((one) => [one.key, one]));
  const answered = await context.list(Inspections).update(inspectionKey, (current) => {
    requirePlanned(context, current);
    requireItems(current, answers, 'answers');
    const before = new Map(current.answers.map((one) => [one.key, one]));
    const now = current.items.flatMap(({ key }) => said.get(key) ?? before.get(key) ?? []);
    const isSame = JSON.stringify(now) === JSON.stringify(current.answers);
    const isAll = now.length === current.items.length;
    if (isSame && (current.answeredAt !== undefined || !isAll)) return undefined;
    return {
      answers: now,
      changedAt: at,
      changedBy: actor.personId,
      ...(isAll ? { answeredAt: at, answeredBy: actor.personId } : {}),
    };
  });
  await recordAct(context, {
    act: 'answerInspection',
    subjectKey: inspectionKey,
    actorId: answered.changedBy,
    at: answered.changedAt,
    occasion: answered.changedAt,
  });
  return answered;
}
