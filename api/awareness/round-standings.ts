import type { Context } from '../context.ts';
import { todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import { centreOn, Centres, centres, everybodyByName, People, type Person } from '../organisation/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import { completionsOf } from './completions.ts';
import { exemptionsFrom } from './exemptions.ts';
import { Exemptions } from './exemption-list.ts';
import { count, noCount, type RoundCounts } from './learning-count.ts';
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

/** A round as it stands. `people` is kept only while the round runs. */
interface Stand {
  people?: Obliged[];
  places: Map<PersonId, number>;
  counts: RoundCounts;
  /** Another number after every change. */
  revision: number;
}
interface Kept {
  signature: string;
  groups: readonly unknown[];
  /** Completions of the course that are counted in. */
  seen: number;
  stand: Stand;
}
const kept = new WeakMap<Context, Map<string, Kept>>();
let revisions = 0;

/** Everybody obliged on a day, in the order of a phone book: one pass over the people. */
function forEachObliged(context: Context, round: CourseRound, day: LocalDate, visit: (obliged: Obliged) => void): void {
  const judge = roundJudge(context, round, day);
  const known = new Set(
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
    const centreId = placed !== undefined && known.has(placed) ? placed : undefined;
    visit({ person, personId: person.key as PersonId, folded, centreId, standing });
  }
}

function standOf(context: Context, round: CourseRound, day: LocalDate): Stand {
  const shown = round.obliged.everybody ? centres(context) : [];
  const counts: RoundCounts = {
    whole: noCount(),
    centres: new Map(shown.map(({ key }) => [key as CentreId, noCount()])),
  };
  const people: Obliged[] | undefined = day === todayOf(context.clock) ? [] : undefined;
  const places = new Map<PersonId, number>();
  forEachObliged(context, round, day, (obliged) => {
    count(counts, obliged.centreId, obliged.standing, 1);
    if (people) places.set(obliged.personId, people.push(obliged) - 1);
  });
  return { ...(people ? { people } : {}), places, counts, revision: ++revisions };
}

/**
 * A round as it stands: one pass over the people, made again when something that it depends on has changed. A completion
 * more only moves the one it is of; one from after the round changes nothing.
 */
function keptStand(context: Context, round: CourseRound): Stand {
  const day = dayOfRound(context, round);
  const known = kept.get(context) ?? new Map<string, Kept>();
  kept.set(context, known);
  const lists: readonly ListDefinition<{ key: string }>[] = [People, Centres, CourseRounds, Exemptions];
  const { version } = completionsOf(context, round.courseKey);
  const signature = [day, version, ...lists.map((list) => context.list(list).version)].join(' ');
  const groups = round.obliged.groupIds.map((groupId) => context.groupMembers?.(groupId));
  const found = known.get(round.key);
  const same = found?.signature === signature && found.groups.every((group, index) => group === groups[index]);
  if (found && same && takeIn(context, round, day, found)) return found.stand;
  const stand = standOf(context, round, day);
  known.set(round.key, { signature, groups, seen: completionsOf(context, round.courseKey).added.length, stand });
  return stand;
}

/** More new completions than this, and a whole pass is as quick. */
const fewCompletions = 2_000;

/** Counts in what has been completed since; false when that takes a whole pass. */
function takeIn(context: Context, round: CourseRound, day: LocalDate, known: Kept): boolean {
  const { added } = completionsOf(context, round.courseKey);
  if (added.length === known.seen) return true;
  const { nextOpensOn } = spanOf(context, round);
  const fresh = added
    .slice(known.seen)
    .filter(({ completedOn }) => nextOpensOn === undefined || completedOn < nextOpensOn);
  const { people, places, counts } = known.stand;
  if (fresh.length > 0) {
    if (!people || fresh.length > fewCompletions) return false;
    const judge = roundJudge(context, round, day);
    for (const { personId } of fresh) {
      const place = places.get(personId);
      const before = place === undefined ? undefined : people[place];
      if (place === undefined || !before) continue;
      const standing = judge(before.person);
      if (standing.state === 'notObliged') return false;
      count(counts, before.centreId, before.standing, -1);
      count(counts, before.centreId, standing, 1);
      people[place] = { ...before, standing };
    }
    known.stand.revision = ++revisions;
  }
  known.seen = added.length;
  return true;
}

/** How a round stands, whole and by centre: today, or on its last day when it is over. */
export const roundCounts = (context: Context, round: CourseRound): Readonly<RoundCounts> =>
  keptStand(context, round).counts;

/** Changes whenever a round stands otherwise than before: for what is derived from its people. */
export const roundRevision = (context: Context, round: CourseRound): number => keptStand(context, round).revision;

/** Everybody obliged in a round, by name: today, or on its last day when it is over. */
export function roundStandings(context: Context, round: CourseRound): readonly Obliged[] {
  const { people } = keptStand(context, round);
  if (people) return people;
  const found: Obliged[] = [];
  forEachObliged(context, round, dayOfRound(context, round), (obliged) => void found.push(obliged));
  return found;
}
