import type { z } from 'zod';
import { latestNudges } from '../obligations/index.ts';
import type { Context } from '../context.ts';
import {
  daysBetween,
  forbidden,
  todayOf,
  type Actor,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { centreTitles, fold, foldedMatch, freshnessOf, People, personRef } from '../organisation/index.ts';
import { Completions } from './completion-list.ts';
import { sortedBy } from '../texts/sort.ts';
import type { OwnCompletionsOf } from './completions.ts';
import type { learnerRow, peopleQuery } from './contract.ts';
import { Exemptions } from './exemption-list.ts';
import { missedBy } from './missed-cycles.ts';
import { learnerCentres, mayExemptIn, mayRegisterFor, maySeeLearnersOf } from './permissions.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundStatuses, type Obliged } from './round-statuses.ts';
import { stateOfRound } from './rounds.ts';

export type PeopleQuery = z.output<typeof peopleQuery>;
type LearnerRow = z.output<typeof learnerRow>;

const shows: Readonly<Record<PeopleQuery['show'], readonly string[]>> = {
  missing: ['open', 'overdue'],
  overdue: ['overdue'],
  done: ['done'],
  exempt: ['exempt'],
  all: ['open', 'overdue', 'done', 'exempt', 'paused'],
};

/**
 * Visible people, as a predicate on centres. Throws AppError forbidden `awareness.mayNotSeePeople` for a centre outside
 * the actor’s reach.
 */
export function learnersInSight(actor: Actor, centreId: string | undefined): (own: CentreId | undefined) => boolean {
  const seen = learnerCentres(actor);
  if (centreId !== undefined) {
    const wanted = centreId === 'none' ? undefined : (centreId as CentreId);
    if (!maySeeLearnersOf(actor, wanted)) throw forbidden('awareness.mayNotSeePeople');
    return (own) => own === wanted;
  }
  if (seen?.length === 0) throw forbidden('awareness.mayNotSeePeople');
  return (own) => seen === undefined || (own !== undefined && seen.includes(own));
}

/** Visible obliged people, in phone-book order. `then` as for `roundStandings`. */
export function visibleLearners(
  context: Context,
  actor: Actor,
  round: CourseRound,
  { centreId, q, show }: Pick<PeopleQuery, 'centreId' | 'q' | 'show'>,
  then?: OwnCompletionsOf,
): Obliged[] {
  const inSight = learnersInSight(actor, centreId);
  const wanted = new Set(shows[show]);
  const search = fold(q ?? '');
  return roundStatuses(context, round, then).filter(
    ({ status, centreId: own, folded }) => wanted.has(status.state) && inSight(own) && foldedMatch(folded, search),
  );
}

/**
 * Missing, done or exempt people, for permitted readers: searched, sorted and paged. `then` as for `roundStandings`.
 */
export function learnersPage(
  context: Context,
  actor: Actor,
  round: CourseRound,
  query: PeopleQuery,
  then?: OwnCompletionsOf,
) {
  const found = visibleLearners(context, actor, round, query, then);
  const page = sorted(context, found, query).slice(query.offset, query.offset + query.limit);
  const nudged = latestNudges(context, 'takeCourse');
  const running = stateOfRound(context, round) === 'open';
  const today = todayOf(context.clock);
  return {
    people: page.map((one) => row(context, actor, round, one, { today, running, nudgedAt: nudged.get(one.personId) })),
    total: found.length,
    freshness: freshnessOf(context, CourseRounds, Completions, Exemptions, People),
  };
}

interface Around {
  today: LocalDate;
  running: boolean;
  nudgedAt: Instant | undefined;
}

function row(
  context: Context,
  actor: Actor,
  round: CourseRound,
  { person, personId, centreId, status }: Obliged,
  { today, running, nudgedAt }: Around,
): LearnerRow {
  const { state, due } = status;
  const owes = state === 'open' || state === 'overdue' || state === 'paused';
  const done = status.state === 'done' ? status.completion : undefined;
  const others = running && personId !== actor.personId;
  return {
    ...personRef(context, personId),
    ...(centreId === undefined ? {} : { centreId }),
    state,
    ...(owes ? { due, daysLeft: daysBetween(today, due) } : {}),
    ...(done ? { completedOn: done.completedOn, source: done.source } : {}),
    missedBefore: missedBefore(context, round, personId),
    teams: person.teams,
    ...(nudgedAt === undefined ? {} : { nudgedAt }),
    abilities: {
      register: others && state !== 'done' && mayRegisterFor(actor, person.centreId),
      exempt: others && owes && mayExemptIn(actor, person.centreId),
    },
  };
}

/** Earlier rounds of the course that the person missed. */
export const missedBefore = (context: Context, round: CourseRound, personId: PersonId): number =>
  missedBy(context, personId).filter(
    ({ courseKey, roundKey, due }) => courseKey === round.courseKey && roundKey !== round.key && due < round.dueOn,
  ).length;

/** Already by name; equals stay by name. */
function sorted(context: Context, found: Obliged[], { sort, direction }: PeopleQuery): Obliged[] {
  if (sort === 'name') return direction === 'up' ? found : found.toReversed();
  const titles = centreTitles(context);
  const key = ({ centreId, status }: Obliged) => (sort === 'due' ? status.due : titles.get(centreId));
  return sortedBy(found, key, direction === 'down');
}
