import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { forbidden, invalid, missing, nowOf, type Actor, type Instant } from '../kernel/index.ts';
import { climbs, type Cadence } from './cadence.ts';
import { ReminderCadences } from './cadence-list.ts';
import { reminderKinds } from './cadences.ts';
import { mayEditCadences } from './permissions.ts';

/**
 * Sets the cadence of a kind. Applies from now on, also to open obligations; without changes nothing is written. 4
 * resource units. Throws AppError: forbidden, missing `reminders.noSuchKind`, invalid `reminders.ladder` when a higher
 * level would be informed before a lower one.
 */
export async function changeCadence(context: Context, actor: Actor, kind: string, given: Cadence): Promise<void> {
  requireEditor(context, actor, kind);
  if (!climbs(given)) throw invalid('reminders.ladder');
  const at = nowOf(context.clock);
  const cadence = { ...given, before: [...new Set(given.before)].sort((one, other) => other - one) };
  const changed = { cadence, changedBy: actor.personId, changedAt: at };
  const cadences = context.list(ReminderCadences);
  const known = cadences.get(kind);
  if (known && says(known, { cadence })) return;
  const { existed } = await cadences.create({ key: kind, title: kind, ...changed }, 'interactive');
  if (existed) await cadences.update(kind, () => changed, 'interactive');
  await record(context, actor, 'changeCadence', kind, at, cadence);
}

/** Restores the default. A repeat is a success. 4 resource units. Throws AppError: forbidden, missing. */
export async function resetCadence(context: Context, actor: Actor, kind: string): Promise<void> {
  requireEditor(context, actor, kind);
  const cadences = context.list(ReminderCadences);
  const known = cadences.get(kind);
  if (!known) return;
  await cadences.remove(kind, 'interactive');
  await record(context, actor, 'resetCadence', kind, nowOf(context.clock));
}

function requireEditor(context: Context, actor: Actor, kind: string): void {
  if (!mayEditCadences(actor)) throw forbidden('reminders.mayNotEdit');
  if (!reminderKinds(context).includes(kind)) throw missing('reminders.noSuchKind');
}

const record = (context: Context, actor: Actor, act: string, kind: string, at: Instant, cadence?: Cadence) =>
  recordAct(context, {
    act,
    subjectKey: kind,
    actorId: actor.personId,
    at,
    ...(cadence ? { details: { cadence: JSON.stringify(cadence) } } : {}),
    occasion: at,
  });
