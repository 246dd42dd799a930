import type { Context } from '../../context.ts';
import { nowOf, repeatableKey, type Actor, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { improvements, improvementsOf } from '../exercises/improvements.ts';
import { Downtimes, Improvements, type Downtime } from '../exercises/test-lists.ts';

interface Wanted {
  title: string;
  ownerId: string;
  due: string;
}
type ToMake = NonNullable<Downtime['toMake']>;

const isAlike = (one: Wanted, other: Wanted): boolean =>
  one.title === other.title && one.ownerId === other.ownerId && one.due === other.due;

/**
 * What a downtime's record holds to make, with what is wanted and neither there nor on its way. Undefined: nothing to
 * add. The keys are those of the press, so that a repeat adds nothing.
 */
export function withWanted(
  context: Context,
  actor: Actor,
  { key, toMake = [] }: Downtime,
  wanted: readonly Wanted[],
): ToMake | undefined {
  const list = context.list(Improvements);
  const known = [...improvementsOf(context, key), ...toMake];
  const added = wanted.flatMap(({ title, ownerId, due }, place) => {
    const one = { key: repeatableKey(actor, 'improvement', String(place)), title, ownerId, due, by: actor.personId };
    return list.get(one.key) || known.some((other) => isAlike(one, other)) ? [] : [one];
  });
  return added.length === 0 ? undefined : [...toMake, ...added];
}

/**
 * Makes the improvements that the record holds, once each, and then forgets them: a later removal is not undone.
 * Idempotent; free when there are none, else 2 resource units and 4 for each. Throws AppError unavailable.
 */
export async function makeAgreed(context: Context, { key: subjectKey, toMake = [] }: Stored<Downtime>): Promise<void> {
  if (toMake.length === 0) return;
  for (const { key, title, ownerId, due, by } of toMake) {
    const there = context.list(Improvements).get(key);
    if (there) await improvements.recordAdded(context, there);
    else
      await improvements.add(context, {
        key,
        source: 'downtime',
        subjectKey,
        title,
        ownerId: ownerId as PersonId,
        due: due as LocalDate,
        note: '',
        changedAt: nowOf(context.clock),
        changedBy: by as PersonId,
      });
  }
  const made = new Set(toMake.map(({ key }) => key));
  await context.list(Downtimes).update(subjectKey, (current) => {
    const left = (current.toMake ?? []).filter(({ key }) => !made.has(key));
    return { toMake: left.length === 0 ? undefined : left };
  });
}
