import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { invalid, nowOf, type Actor } from '../kernel/index.ts';
import { isLegallyRequired } from './cadence.ts';
import { ReminderWishes } from './wishes-list.ts';
import type { Wishes } from './wishes.ts';

/**
 * Saves when the actor wants to be reminded. What everybody must do cannot be muted (R8, R9). 2 resource units, 4 the
 * second time. Throws AppError invalid `reminders.required`.
 */
export async function chooseWishes(
  context: Context,
  actor: Actor,
  { hour, rhythm, weekday, muted }: Wishes,
): Promise<void> {
  const required = muted.find(isLegallyRequired);
  if (required !== undefined) throw invalid('reminders.required', { field: 'muted' });
  const wishes = { hour, rhythm, weekday, muted: [...new Set(muted)] };
  const chosen = { wishes, changedAt: nowOf(context.clock) };
  const list = context.list(ReminderWishes);
  const isNew = !list.get(actor.personId) && (await isCreated());
  if (!isNew)
    await list.update(actor.personId, (current) => (says(current, { wishes }) ? undefined : chosen), 'interactive');

  async function isCreated(): Promise<boolean> {
    const wish = { key: actor.personId, title: actor.name.slice(0, 255), ...chosen };
    return !(await list.create(wish, 'interactive')).existed;
  }
}
