import type { Context } from '../context.ts';
import { todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import { Centres, centreOn, everybodyByName, People, type Person } from '../organisation/index.ts';
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

/** Everybody obliged in a round on a day, in the order of a phone book: one pass over the people. */
export function forEachObliged(
  context: Context,
  round: CourseRound,
  day: LocalDate,
  visit: (obliged: Obliged) => void,
): void {
  const judge = roundJudge(context, round, day);
  const centres = new Set(
    context
      .list(Centres)
      .all()
      .map(({ key }) => key as CentreId),
  );
  for (const { person, folded } of everybodyByName(context)) {
    const standing = judge(person);
    if (standing.state === 'notObliged') continue;
    const placed = centreOn(person, day);
    // Whoever points at a centre that is not in the list stands with those who have none.
    const centreId = placed !== undefined && centres.has(placed) ? placed : undefined;
    visit({ person, personId: person.key as PersonId, folded, centreId, standing });
  }
}

/** A value for each round, made again only when something that it depends on has changed. */
export function keptByRound<Value>(make: (context: Context, round: CourseRound, day: LocalDate) => Value) {
  const kept = new WeakMap<Context, Map<string, { signature: string; groups: readonly unknown[]; value: Value }>>();
  return (context: Context, round: CourseRound, day: LocalDate): Value => {
    const known =
      kept.get(context) ?? new Map<string, { signature: string; groups: readonly unknown[]; value: Value }>();
    kept.set(context, known);
    const lists: readonly ListDefinition<{ key: string }>[] = [People, Centres, CourseRounds, Exemptions];
    const versions = lists.map((list) => context.list(list).version);
    const signature = [day, ...versions, completionsOf(context, round.courseKey).count].join(' ');
    const groups = round.obliged.groupIds.map((groupId) => context.groupMembers?.(groupId));
    const found = known.get(round.key);
    const same = found?.signature === signature && found.groups.every((group, index) => group === groups[index]);
    if (found && same) return found.value;
    const value = make(context, round, day);
    known.set(round.key, { signature, groups, value });
    return value;
  };
}

const collect = (context: Context, round: CourseRound, day: LocalDate): readonly Obliged[] => {
  const people: Obliged[] = [];
  forEachObliged(context, round, day, (obliged) => void people.push(obliged));
  return people;
};
const kept = keptByRound(collect);

/**
 * Everybody obliged in a round: today, or on its last day when it is over. Kept while the round runs; of a round that is
 * over only its counts are asked for often.
 */
export function roundStandings(context: Context, round: CourseRound): readonly Obliged[] {
  const day = dayOfRound(context, round);
  return day === todayOf(context.clock) ? kept(context, round, day) : collect(context, round, day);
}
