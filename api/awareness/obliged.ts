import type { Context } from '../context.ts';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import { centreOn, type Person } from '../organisation/index.ts';
import type { ObligedRule } from './round-list.ts';
import type { Because } from './standing.ts';

type Placed = Pick<Person, 'key' | 'centreId' | 'movedOn' | 'movedFrom'>;
type Members = (groupId: string) => ReadonlySet<PersonId> | undefined;

/**
 * Why somebody handles personal data by a round’s rule on a day; `undefined`: does not. Members are those of the latest
 * directory sync.
 */
export function obligedBy(
  rule: ObligedRule,
  members: Members,
  day: LocalDate,
): (person: Placed) => Because | undefined {
  if (rule.everybody) return () => 'everybody';
  const people = new Set<PersonId>(rule.personIds);
  const centres = new Set<CentreId>(rule.centreIds);
  const groups = rule.groupIds.flatMap((groupId) => members(groupId) ?? []);
  return (person) => {
    const personId = person.key as PersonId;
    if (people.has(personId)) return 'person';
    const centreId = centreOn(person, day);
    if (centreId !== undefined && centres.has(centreId)) return 'centre';
    return groups.some((group) => group.has(personId)) ? 'group' : undefined;
  };
}

/** Members of an Entra group, as of the latest sync; `undefined` while they have not been read. */
export const groupMembers =
  (context: Context): Members =>
  (groupId) =>
    context.groupMembers?.(groupId);
