import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, nowOf, repeatableKey, todayOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { controlOrThrow } from './controls.ts';
import { mayEditControl } from './permissions.ts';
import { Controls, type Control } from './standard-list.ts';

/** The list holds the latest; every one is in the audit trail. */
const mostAssessments = 40;

/**
 * Says how well a running control works: it counts in every standard, and its review is done (R2, R3). The same press
 * repeated is one assessment. 4 resource units.
 * Throws AppError: forbidden, missing, conflict `standards.notRunning`, unavailable.
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
  const assessed = await context.list(Controls).update(controlKey, ({ state, assessments }) => {
    if (assessments.some((known) => known.key === key)) return undefined;
    if (state !== 'running') throw conflict('standards.notRunning');
    return {
      effect,
      assessedOn: todayOf(context.clock),
      assessments: [{ effect, note, by: actor.personId, at, key }, ...assessments].slice(0, mostAssessments),
      changedAt: at,
      changedBy: actor.personId,
    };
  });
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
