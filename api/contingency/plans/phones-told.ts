import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import { TooMany, type Actor } from '../../kernel/index.ts';

/** Numbers of colleagues not yet in a plan shown to one person per hour: the call lists of two large plans. */
export const mostPhonesAnHour = 60;
const hour = 3_600_000;

/** People whose numbers were shown, and when (milliseconds). */
type Told = Map<string, number>;
const told = contextPart<Map<string, Told>>('contingency/phonesTold');

/**
 * Counts the people added to a plan whose numbers the actor will see; the same person again within the hour counts
 * once. In memory, so each program counts for itself. Throws AppError TooMany `contingency.tooManyPhones`, and then
 * counts nobody.
 */
export function countPhones(context: Context, { personId }: Actor, asked: readonly string[]): void {
  const now = context.clock.now().getTime();
  const all = told.get(context) ?? new Map<string, Told>();
  told.set(context, all);
  const own: Told = new Map([...(all.get(personId) ?? [])].filter(([, at]) => now - at < hour));
  const fresh = [...new Set(asked)].filter((one) => !own.has(one));
  const over = own.size + fresh.length - mostPhonesAnHour;
  if (over > 0) throw tooMany(own, over, now);
  for (const one of fresh) own.set(one, now);
  if (own.size === 0) all.delete(personId);
  else all.set(personId, own);
}

/** When enough of the oldest expire there is room again. */
function tooMany(own: Told, over: number, now: number): TooMany {
  const moments = [...own.values()].sort((one, other) => one - other);
  const free = (moments[Math.min(over, moments.length) - 1] ?? now) + hour;
  const seconds = Math.max(1, Math.ceil((free - now) / 1000));
  return new TooMany(seconds, {
    code: 'contingency.tooManyPhones',
    kind: 'conflict',
    most: mostPhonesAnHour,
    minutes: Math.ceil(seconds / 60),
  });
}
