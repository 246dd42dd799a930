import type { Context } from '../context.ts';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import { centreOn, type Person } from '../organisation/index.ts';
import type { ObligedRule } from './round-list.ts';
import type { Because } from './status.ts';

type Placed = Pick<Person, 'key' | 'centreId' | 'movedOn' | 'movedFrom'>;
type Members = (groupId: string) => ReadonlySet<PersonId> | undefined;

/** Why a round’s rule obliges a person on a day; `undefined`: it does not. Members are of the latest directory sync. */
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

/** Members of an Entra group, as of the latest sync; `undefined` until read. */
export const groupMembers =
  (context: Context): Members =>
  (groupId) =>
    context.groupMembers?.(groupId);
