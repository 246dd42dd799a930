import type { Context } from '../context.ts';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import { centreOn, everybodyByName, People, type Person } from '../organisation/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import { completionsOf } from './completions.ts';
import { exemptionsFrom } from './exemptions.ts';
import { Exemptions } from './exemption-list.ts';
import { groupMembers, obligedBy } from './obliged.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { dayOfRound, spanOf } from './rounds.ts';
import { standings, type Standing } from './standing.ts';

const none: readonly never[] = [];

/** How anybody stands in a round on a day, with the person’s own completions and exemptions. From memory. */
export function roundJudge(context: Context, round: CourseRound, day: LocalDate): (person: Stored<Person>) => Standing {
  const judge = standings(round, spanOf(context, round).nextOpensOn, day);
  const because = obligedBy(round.obliged, groupMembers(context), day);
  const { byPerson } = completionsOf(context, round.courseKey);
  const exempt = exemptionsFrom(context, round.courseKey);
  return (person) => {
    const personId = person.key as PersonId;
    return judge({
      person,
      because: because(person),
      completions: byPerson.get(personId) ?? none,
      exemptions: exempt.get(personId) ?? none,
    });
  };
}

/** Somebody who is obliged in a round, and where the person is counted. */
export interface Obliged {
  person: Stored<Person>;
  personId: PersonId;
  /** The name as it is searched. */
  folded: string;
  centreId: CentreId | undefined;
  standing: Exclude<Standing, { state: 'notObliged' }>;
}

interface Kept {
  signature: string;
  groups: readonly unknown[];
  people: readonly Obliged[];
}
const kept = new WeakMap<Context, Map<string, Kept>>();

/** What the standings of a round depend on, as one text and the sets of members. */
export function signatureOf(context: Context, round: CourseRound, day: LocalDate) {
  const lists: readonly ListDefinition<{ key: string }>[] = [People, CourseRounds, Exemptions];
  const versions = lists.map((list) => context.list(list).version);
  const groups = round.obliged.groupIds.map((groupId) => context.groupMembers?.(groupId));
  const signature = [day, ...versions, completionsOf(context, round.courseKey).count].join(' ');
  return { signature, groups };
}
export const sameSignature = (one: Pick<Kept, 'signature' | 'groups'>, other: Pick<Kept, 'signature' | 'groups'>) =>
  one.signature === other.signature && one.groups.every((group, index) => group === other.groups[index]);

/**
 * Everybody obliged in a round, in the order of a phone book: today, or on its last day when it is over. One pass over
 * the people, done again only when something that it depends on has changed.
 */
export function roundStandings(context: Context, round: CourseRound, day = dayOfRound(context, round)) {
  const known = kept.get(context) ?? new Map<string, Kept>();
  kept.set(context, known);
  const now = signatureOf(context, round, day);
  const found = known.get(round.key);
  if (found && sameSignature(found, now)) return found.people;
  const judge = roundJudge(context, round, day);
  const people: Obliged[] = [];
  for (const { person, folded } of everybodyByName(context)) {
    const standing = judge(person);
    if (standing.state === 'notObliged') continue;
    people.push({ person, personId: person.key as PersonId, folded, centreId: centreOn(person, day), standing });
  }
  known.set(round.key, { ...now, people });
  return people;
}
