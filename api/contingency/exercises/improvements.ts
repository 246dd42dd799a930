import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { missing, stableKey, todayOf, type LocalDate, type PersonId, type Responsible } from '../../kernel/index.ts';
import { responsibleFor } from '../../obligations/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { Improvements, type Improvement } from './test-lists.ts';

/** The improvements after each test and downtime by `subjectKey`, the first due first. From memory. */
const bySubject = derivation([Improvements], (context): ReadonlyMap<string, readonly Stored<Improvement>[]> => {
  const found = new Map<string, Stored<Improvement>[]>();
  for (const improvement of context.list(Improvements).all()) {
    const known = found.get(improvement.subjectKey);
    if (known) known.push(improvement);
    else found.set(improvement.subjectKey, [improvement]);
  }
  for (const improvements of found.values()) improvements.sort(byDue);
  return found;
});
const byDue = (one: Improvement, other: Improvement): number =>
  one.due.localeCompare(other.due) || one.key.localeCompare(other.key);

export const improvementsOf = (context: Context, subjectKey: string): readonly Stored<Improvement>[] =>
  bySubject(context).get(subjectKey) ?? [];

/** Throws AppError `missing`. */
export function improvementOrThrow(context: Context, key: string): Stored<Improvement> {
  const found = context.list(Improvements).get(key);
  if (!found) throw missing('contingency.noSuchImprovement');
  return found;
}

/** Where an improvement stands on a day. */
export function improvementState(
  { cancelledAt, doneAt, due }: Pick<Improvement, 'cancelledAt' | 'doneAt' | 'due'>,
  today: LocalDate,
): 'open' | 'overdue' | 'done' | 'cancelled' {
  if (cancelledAt !== undefined) return 'cancelled';
  if (doneAt !== undefined) return 'done';
  return due < today ? 'overdue' : 'open';
}

/** What an improvement is owed under; hand-overs name it. */
export const improvementObligationKey = (key: string): string => stableKey('doImprovement', key);

/** Its owner, and after that those who look after the centre. */
export const namedForImprovement = ({ ownerId, centreId }: Pick<Improvement, 'ownerId' | 'centreId'>): Responsible => ({
  personId: ownerId,
  ...(centreId === undefined ? {} : { centreId }),
});

/** The owner, and whom leave and hand-over have made it today. From memory. */
export function improvementWorkers(context: Context, improvement: Improvement): PersonId[] {
  const key = improvementObligationKey(improvement.key);
  const assigned = responsibleFor(context, namedForImprovement(improvement), todayOf(context.clock), key);
  return [...new Set([improvement.ownerId, ...(assigned ? [assigned.personId] : [])])];
}
