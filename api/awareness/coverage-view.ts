import type { Context } from '../context.ts';
import { conflict, dayBegins, type Actor, todayOf, type CentreId, type LocalDate } from '../kernel/index.ts';
import { centreRef, Centres, coordinatorsOf, freshnessOf, People, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Completions } from './completion-list.ts';
import type { LearningCoverageView } from './contract.ts';
import { roundView } from './course-views.ts';
import { Exemptions } from './exemption-list.ts';
import { learnerCentres, maySeeLearnersOf, maySeeNumbersOf, mayNudgeIn } from './permissions.ts';
import { percentDone } from './learning-count.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { roundCounts, roundRevision, roundStatuses } from './round-statuses.ts';
import { roundBefore, roundOrThrow, roundsOf, stateOfRound } from './rounds.ts';
import { latestNudges, Nudges } from '../obligations/index.ts';
import { contextPart } from '../context-part.ts';
import { nudgeAgainOn } from './nudge-people.ts';

/** A started round. Throws AppError: missing, conflict `awareness.noCoverage`. */
export function begunRound(context: Context, roundKey: string): Stored<CourseRound> {
  const round = roundOrThrow(context, roundKey);
  if (stateOfRound(context, round) === 'coming') throw conflict('awareness.noCoverage');
  return round;
}

/** A round's coverage by centre, with the previous round, and by year (R8). From memory. */
export function learningCoverage(context: Context, actor: Actor, roundKey: string): LearningCoverageView {
  const round = begunRound(context, roundKey);
  const { whole, centres } = roundCounts(context, round);
  const previous = roundBefore(context, round);
  const earlier = previous && roundCounts(context, previous);
  const nudges = nudgeableCentres(context, actor, round);
  const rows = [...centres].map(([centreId, count]): LearningCoverageView['centres'][number] => {
    const centre = centreRef(context, centreId);
    const then = earlier?.centres.get(centreId);
    const { people, done, missing, overdue } = count;
    const nudge = nudges.get(centreId);
    return {
      ...(centre ? { centre } : {}),
      people,
      done,
      missing,
      overdue,
      percent: percentDone(count),
      ...(then && then.people > 0 ? { previousPercent: percentDone(then) } : {}),
      coordinators: coordinatorsOf(context, centreId).map(({ key }) => personRef(context, key)),
      abilities: { seePeople: maySeeLearnersOf(actor, centreId), nudge: nudge !== undefined && nudge.now },
      ...(nudge && !nudge.now ? { nextNudgeAt: dayBegins(nudge.next) } : {}),
    };
  });
  return {
    round: roundView(context, actor, round),
    ...whole,
    percent: percentDone(whole),
    centres: rows.sort((one, other) => other.missing - one.missing),
    years: yearsOf(context, round),
    abilities: {
      nudge: [...nudges.values()].some(({ now }) => now),
      export: learnerCentres(actor)?.length !== 0 || maySeeNumbersOf(actor, undefined),
    },
    freshness: freshnessOf(context, CourseRounds, Completions, Exemptions, People, Centres),
  };
}

function yearsOf(context: Context, { courseKey }: CourseRound): LearningCoverageView['years'] {
  return roundsOf(context, courseKey)
    .filter((round) => stateOfRound(context, round) !== 'coming')
    .map((round) => ({
      roundKey: round.key,
      title: round.title,
      dueOn: round.dueOn,
      percent: percentDone(roundCounts(context, round).whole),
    }))
    .reverse();
}

interface Nudgeable {
  /** Somebody may be nudged today; else from `next`. */
  now: boolean;
  next: LocalDate;
}
type ByCentre = ReadonlyMap<CentreId | undefined, Nudgeable>;

const cache = contextPart<Map<string, { mark: string; centres: ByCentre }>>('awareness/nudgeableCentres');

/** Centres where the actor may nudge a reachable person. */
function nudgeableCentres(context: Context, actor: Actor, round: CourseRound): ByCentre {
  if (stateOfRound(context, round) !== 'open') return new Map();
  const known = cache.get(context) ?? new Map<string, { mark: string; centres: ByCentre }>();
  cache.set(context, known);
  const today = todayOf(context.clock);
  const mark = [today, roundRevision(context, round), context.list(Nudges).version].join(' ');
  const found = known.get(round.key);
  const centres = found?.mark === mark ? found.centres : reachable(context, round, today);
  known.set(round.key, { mark, centres });
  return new Map([...centres].filter(([centreId]) => mayNudgeIn(actor, centreId)));
}

function reachable(context: Context, round: CourseRound, today: LocalDate): ByCentre {
  const nudged = latestNudges(context, 'takeCourse');
  const found = new Map<CentreId | undefined, Nudgeable>();
  for (const { person, personId, centreId, status } of roundStatuses(context, round)) {
    if (!person.teams || (status.state !== 'open' && status.state !== 'overdue')) continue;
    const known = found.get(centreId);
    if (known?.now === true) continue;
    const at = nudged.get(personId);
    const next = at === undefined ? today : nudgeAgainOn(at);
    if (!known || next < known.next) found.set(centreId, { now: next <= today, next });
  }
  return found;
}
