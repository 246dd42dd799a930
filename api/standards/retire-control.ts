import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { forbidden, nowOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { controlOrThrow } from './controls.ts';
import { mayRetireControl } from './permissions.ts';
import { requirementsNow, type RequirementNow } from './requirements-now.ts';
import { Controls, type Control } from './standard-list.ts';
import { lacksControl, requirementStatus } from './requirement-status.ts';

/** Requirements without a control if this one stops. */
export function gapsWithout(context: Context, control: Stored<Control>): RequirementNow[] {
  if (control.state === 'retired') return [];
  return [...new Set(control.requirementKeys)].flatMap((key) => {
    const now = requirementsNow(context).get(key);
    if (!now || now.status === 'deselected' || lacksControl(now.status)) return [];
    const others = now.controls.filter((one) => one.key !== control.key);
    const { selectable } = now.requirement;
    return lacksControl(requirementStatus({ selectable, applies: now.choice?.applies }, others)) ? [now] : [];
  });
}

/**
 * Stops a control: what only it covered becomes gaps. It stays listed, with the reason. Idempotent. 4 resource units.
 * Throws AppError: forbidden, missing, unavailable.
 */
export async function retireControl(
  context: Context,
  actor: Actor,
  controlKey: string,
  reason: string,
): Promise<Stored<Control>> {
  const before = controlOrThrow(context, controlKey);
  if (!mayRetireControl(actor, before)) throw forbidden('standards.mayNotRetireControl');
  if (before.state === 'retired') return before;
  const at = nowOf(context.clock);
  const retired = await context
    .list(Controls)
    .update(controlKey, ({ state }) =>
      state === 'retired'
        ? undefined
        : { state: 'retired', retiredReason: reason, changedAt: at, changedBy: actor.personId },
    );
  await recordAct(context, { act: 'retireControl', subjectKey: controlKey, actorId: actor.personId, at });
  return retired;
}
