import type { Context } from '../context.ts';
import { addDays, addMonths, type LocalDate } from '../kernel/index.ts';
import { liveFrom } from '../history/index.ts';
import { Centres } from '../organisation/index.ts';
import type { LearningCount, RoundCounts } from './learning-count.ts';
import { addCounts, noCount } from './learning-count.ts';
import type { CourseRound, RoundHistory } from './round-list.ts';
import { roundsOf, spanOf } from './rounds.ts';

/** Days from the opening of the next round until a round is history: it is still compared with the one that runs. */
export const roundsLookBack = 400;

/** First day whose completions count in a round. */
export const countsFrom = ({ opensOn, basis }: Pick<CourseRound, 'opensOn' | 'basis'>): LocalDate =>
  basis === 'lastCompletion' ? addMonths(opensOn, -12) : opensOn;

/** What a course still asks for. */
export interface Horizon {
  /** The first round that is not history opens. */
  opensOn: LocalDate;
  /**
   * Of what was completed before `from` only each person’s latest before this day matters: it tells from when the course
   * is owed again, or when it was taken last. Fixed for a round, so that what leaves leaves at once.
   */
  latestBefore: LocalDate;
  /** Every completion from this day on counts somewhere. */
  from: LocalDate;
  /** Rounds that are history, or are to become it. */
  past: readonly CourseRound[];
}

/**
 * How far the rules of a course look back: to its first round that is not history. A round is history when the next one
 * opened long ago, so that a course moves on once a round; before it has such a round it moves on once a year.
 */
export function horizonOf(context: Context, courseKey: string): Horizon | undefined {
  const from = liveFrom(context, roundsLookBack);
  const rounds = roundsOf(context, courseKey);
  const isPast = (round: CourseRound): boolean => {
    const { nextOpensOn } = spanOf(context, round);
    return round.history !== undefined || (nextOpensOn !== undefined && nextOpensOn <= from);
  };
  const live = rounds.filter((round) => !isPast(round));
  const past = rounds.filter(isPast);
  // Before any round has become history, old completions may still come in from the learning system.
  const year = `${from.slice(0, 4)}-01-01` as LocalDate;
  const [opensOn = past.length === 0 ? year : undefined] = live.map((round) => round.opensOn).sort();
  const [needed] = [...live.map(countsFrom), ...(past.length === 0 ? [year] : [])].sort();
  if (opensOn === undefined || needed === undefined) return undefined;
  if (past.length === 0) return { opensOn, latestBefore: year, from: needed, past };
  const isReckoned = live.some(({ basis }) => basis === 'lastCompletion');
  return { opensOn, latestBefore: isReckoned ? opensOn : addDays(opensOn, roundsLookBack), from: needed, past };
}

const kept = new WeakMap<RoundHistory, { version: number; counts: RoundCounts }>();

/** The numbers of a round as they were when it became history. Centres that are no longer there stand together. */
export function countsThen(context: Context, history: RoundHistory): Readonly<RoundCounts> {
  const { version } = context.list(Centres);
  const known = kept.get(history);
  if (known?.version === version) return known.counts;
  const counts: RoundCounts = { whole: noCount(), centres: new Map() };
  for (const [key, [people, done, selfDeclared, missing, overdue, exempt, onLeave]] of history.centres) {
    const centreId = key !== null && context.list(Centres).get(key) ? key : undefined;
    const centre = counts.centres.get(centreId) ?? noCount();
    counts.centres.set(centreId, centre);
    const more: LearningCount = { people, done, selfDeclared, missing, overdue, exempt, onLeave };
    addCounts(centre, more);
    addCounts(counts.whole, more);
  }
  kept.set(history, { version, counts });
  return counts;
}

/** What is kept of a round that becomes history. */
export const historyOf = (counts: RoundCounts, nextOpensOn: LocalDate): RoundHistory => ({
  nextOpensOn,
  centres: [...counts.centres].map(([centreId, count]) => [
    centreId ?? null,
    [count.people, count.done, count.selfDeclared, count.missing, count.overdue, count.exempt, count.onLeave],
  ]),
});
