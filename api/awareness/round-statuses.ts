import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { AppError, inSlices, todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import {
  centreOn,
  Centres,
  centres,
  everybodyByName,
  everybodyByNameInTurn,
  findPerson,
  People,
  type Person,
} from '../organisation/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import {
  completionChanges,
  completionsOf,
  visibleCompletions,
  type OwnCompletions,
  type OwnCompletionsOf,
  type Seen,
} from './completions.ts';
import { exemptionsFrom } from './exemptions.ts';
import { Exemptions } from './exemption-list.ts';
import { count, noCount, type RoundCounts } from './learning-count.ts';
import { groupMembers, obligedBy } from './obliged.ts';
import { countsThen } from './round-history.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { dayOfRound, roundSpan } from './rounds.ts';
import { statuses, type Status } from './status.ts';

const none: readonly never[] = [];

/** A person's status in a round on a day, from their completions (or given ones) and exemptions. From memory. */
export function roundJudge(
  context: Context,
  round: CourseRound,
  day: LocalDate,
): (person: Stored<Person>, own?: OwnCompletions) => Status {
  const judge = statuses(round, roundSpan(context, round).nextOpensOn, day);
  const because = obligedBy(round.obliged, groupMembers(context), day);
  const byPerson = completionsOf(context, round.courseKey);
  const exempt = exemptionsFrom(context, round.courseKey);
  return (person, own) => {
    const personId = person.key as PersonId;
    return judge({
      person,
      because: because(person),
      completions: own ?? byPerson.get(personId) ?? none,
      exemptions: exempt.get(personId) ?? none,
    });
  };
}

/** A person obliged in a round, and their centre then. */
export interface Obliged {
  person: Stored<Person>;
  personId: PersonId;
  /** The name as it is searched. */
  folded: string;
  centreId: CentreId | undefined;
  status: Exclude<Status, { state: 'notObliged' }>;
}

/** Status of a round. `people` is stored only during the round. */
interface Stand {
  people?: Obliged[];
  places: Map<PersonId, number>;
  counts: RoundCounts;
  /** Changes with every update. */
  revision: number;
}
interface MadeOf {
  signature: string;
  groups: readonly unknown[];
}
interface Cached extends MadeOf {
  /** Position in the course's change log. */
  seen: Seen;
  stand: Stand;
}
const cache = contextPart<Map<string, Cached>>('awareness/roundStandings');
let revisions = 0;

/** All obliged people on a day, in phone-book order: one pass over the people. */
function* eachObliged(
  context: Context,
  round: CourseRound,
  day: LocalDate,
  ownOf: (personId: PersonId) => OwnCompletions | undefined = () => undefined,
): Generator<Obliged> {
  const judge = roundJudge(context, round, day);
  for (const { person, folded } of everybodyByName(context)) {
    const personId = person.key as PersonId;
    const status = judge(person, ownOf(personId));
    if (status.state === 'notObliged') continue;
    yield { person, personId, folded, centreId: centreThen(context, person, day), status };
  }
}

/** An unknown centre counts as none. */
function centreThen(context: Context, person: Person, day: LocalDate): CentreId | undefined {
  const placed = centreOn(person, day);
  return placed !== undefined && context.list(Centres).get(placed) ? placed : undefined;
}

/** Builds a status while iterating over everybody, so that the caller can work in slices. */
function* buildStand(context: Context, round: CourseRound, day: LocalDate): Generator<Obliged, Stand> {
  const shown = round.obliged.everybody ? centres(context) : [];
  const counts: RoundCounts = {
    whole: noCount(),
    centres: new Map(shown.map(({ key }) => [key as CentreId, noCount()])),
  };
  const people: Obliged[] | undefined = day === todayOf(context.clock) ? [] : undefined;
  const places = new Map<PersonId, number>();
  for (const obliged of eachObliged(context, round, day)) {
    count(counts, obliged.centreId, obliged.status, 1);
    if (people) places.set(obliged.personId, people.push(obliged) - 1);
    yield obliged;
  }
  return { ...(people ? { people } : {}), places, counts, revision: ++revisions };
}

/**
 * Status of a round: one pass over the people, cached until an input changes. A single completion updates only its
 * person; irrelevant ones change nothing.
 */
function cachedStand(context: Context, round: CourseRound): Stand {
  const pass = freshStand(context, round);
  if (!('next' in pass)) return pass;
  let step = pass.next();
  while (step.done !== true) step = pass.next();
  return step.value;
}

/** In slices: everybody obliged in a round that is current on a day. */
export function* obligedInTurn(context: Context, round: CourseRound, day: LocalDate): Generator<Obliged> {
  const pass = day === todayOf(context.clock) ? freshStand(context, round) : undefined;
  if (!pass) yield* eachObliged(context, round, day);
  else if ('next' in pass) yield* pass;
  else yield* pass.people ?? eachObliged(context, round, dayOfRound(context, round));
}

/** Status of a round, in slices. */
async function standInTurn(context: Context, round: CourseRound): Promise<Stand> {
  const pass = freshStand(context, round);
  if (!('next' in pass)) return pass;
  // A figure as of an earlier day has a context of its own, whose names are sorted anew.
  await everybodyByNameInTurn(context);
  const made: Stand[] = [];
  const walk = function* () {
    made.push(yield* pass);
  };
  await inSlices(walk(), () => undefined);
  return made[0] ?? cachedStand(context, round);
}

/** The valid status, or the pass that builds it, cached if nothing has changed since. */
function freshStand(context: Context, round: CourseRound): Stand | Generator<Obliged, Stand> {
  const day = dayOfRound(context, round);
  const known = cache.get(context) ?? new Map<string, Cached>();
  cache.set(context, known);
  const found = known.get(round.key);
  const isSameAs = found !== undefined && isAlike(found, madeOf(context, round, day));
  return isSameAs && takeIn(context, round, day, found) ? found.stand : passOf(context, round, day, known);
}

function* passOf(
  context: Context,
  round: CourseRound,
  day: LocalDate,
  known: Map<string, Cached>,
): Generator<Obliged, Stand> {
  const before = madeOf(context, round, day);
  const seen = visibleCompletions(context, round.courseKey);
  const stand = yield* buildStand(context, round, day);
  if (isAlike(before, madeOf(context, round, day)) && completionChanges(context, round.courseKey, seen)?.length === 0)
    known.set(round.key, { ...before, seen, stand });
  return stand;
}

/** Inputs of a status, except completions. */
function madeOf(context: Context, round: CourseRound, day: LocalDate): MadeOf {
  const lists: readonly ListDefinition<{ key: string }>[] = [People, Centres, CourseRounds, Exemptions];
  const signature = [day, ...lists.map((list) => context.list(list).version)].join(' ');
  const groups = round.obliged.groupIds.map((groupId) => context.groupMembers?.(groupId));
  return { signature, groups };
}

const isAlike = (one: MadeOf, other: MadeOf): boolean =>
  one.signature === other.signature && one.groups.every((group, index) => group === other.groups[index]);

/** Applies completions since; false when a full pass is needed. */
function takeIn(context: Context, round: CourseRound, day: LocalDate, known: Cached): boolean {
  const changes = completionChanges(context, round.courseKey, known.seen);
  if (!changes) return false;
  if (changes.length === 0) return true;
  const judge = roundJudge(context, round, day);
  const { people, places, counts } = known.stand;
  for (const { personId, before, after } of changes) {
    const person = findPerson(context, personId);
    if (!person) continue;
    const [was, is] = [judge(person, before), judge(person, after)];
    if (is.state === 'notObliged' || isSame(was, is)) continue;
    const centreId = centreThen(context, person, day);
    count(counts, centreId, was, -1);
    count(counts, centreId, is, 1);
    const place = places.get(personId);
    const one = place === undefined ? undefined : people?.[place];
    if (people && place !== undefined && one) people[place] = { ...one, status: is };
    known.stand.revision = ++revisions;
  }
  known.seen = visibleCompletions(context, round.courseKey);
  return true;
}

const isSame = (one: Status, other: Status): boolean =>
  one.state === other.state &&
  (one.state === 'notObliged' || other.state === 'notObliged' || one.due === other.due) &&
  (one.state !== 'done' || other.state !== 'done' || one.completion === other.completion);

/** Counts of a round, in total and by centre: today, or on its last day; the stored ones in history. */
export const roundCounts = (context: Context, round: CourseRound): Readonly<RoundCounts> =>
  round.history ? countsThen(context, round.history) : cachedStand(context, round).counts;

/** The same, in slices. */
export const roundCountsInTurn = async (context: Context, round: CourseRound): Promise<Readonly<RoundCounts>> =>
  round.history ? countsThen(context, round.history) : (await standInTurn(context, round)).counts;

/** Changes whenever a current round's status does: for derivations from its people. */
export const roundRevision = (context: Context, round: CourseRound): number => cachedStand(context, round).revision;

/**
 * Everybody obliged in a round, by name: today, or on its last day. For a historic round `ownOf` gives the completions
 * then (`completionsThen`); without it throws AppError unexpected `awareness.notOpened`.
 */
export function roundStatuses(context: Context, round: CourseRound, ownOf?: OwnCompletionsOf): readonly Obliged[] {
  if (round.history && !ownOf) throw new AppError('unexpected', 'awareness.notOpened', { round: round.key });
  const { people } = round.history ? {} : cachedStand(context, round);
  if (people) return people;
  return [...eachObliged(context, round, dayOfRound(context, round), ownOf)];
}
