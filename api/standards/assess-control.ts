import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, localDate, nowOf, repeatableKey, todayOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { controlOrThrow } from './controls.ts';
import { mayEditControl } from './permissions.ts';
import { Controls, type Control } from './standard-list.ts';

/** Assessments stored in the item; the audit trail has all. */
const mostAssessments = 40;

/**
 * Assesses a running control: applies to every standard, and completes its review (R2, R3). Idempotent per press, and
 * for the same words of the same day. 4 resource units. Throws AppError: forbidden, missing, conflict
 * `standards.notRunning`, unavailable.
 */
export async function assessControl(
  context: Context,
  actor: Actor,
  controlKey: string,
  { effect, note }: { effect: 'none' | 'partly' | 'effective'; note: string },
): Promise<Stored<Control>> {
  if (!mayEditControl(actor, controlOrThrow(context, controlKey))) throw forbidden('standards.mayNotEditControl');
  const at = nowOf(context.clock);
  const key = repeatableKey(actor, 'assessment');
  const today = todayOf(context.clock);
  const isSame = (one: Control['assessments'][number]) =>
    one.by === actor.personId && one.effect === effect && one.note === note && localDate(new Date(one.at)) === today;
  let isNews = true;
  const assessed = await context.list(Controls).update(controlKey, ({ state, assessments }) => {
    if (assessments.some((known) => known.key === key)) return undefined;
    const [latest] = assessments;
    isNews = !(latest && isSame(latest));
    if (!isNews) return undefined;
    if (state !== 'running') throw conflict('standards.notRunning');
    return {
      effect,
      assessedOn: today,
      assessments: [{ effect, note, by: actor.personId, at, key }, ...assessments].slice(0, mostAssessments),
      changedAt: at,
      changedBy: actor.personId,
    };
  });
  if (!isNews) return assessed;
  await recordAct(context, {
    act: 'assessControl',
    subjectKey: controlKey,
    actorId: actor.personId,
    at,
    occasion: key,
    details: { effect },
  });
  return assessed;
}
