import type { Context } from '../context.ts';
import { addDays, addMonths, type LocalDate } from '../kernel/index.ts';
import { liveFrom } from '../history/index.ts';
import { Centres } from '../organisation/index.ts';
import type { LearningCount, RoundCounts } from './learning-count.ts';
import { addCounts, noCount } from './learning-count.ts';
import type { CourseRound, RoundHistory } from './round-list.ts';
import { roundsOf, roundSpan } from './rounds.ts';

/** Days from the next round's opening until a round is history: until then it is compared with the current one. */
const roundsLookBack = 400;

/** First day whose completions count in a round. */
export const countsFrom = ({ opensOn, basis }: Pick<CourseRound, 'opensOn' | 'basis'>): LocalDate =>
  basis === 'lastCompletion' ? addMonths(opensOn, -12) : opensOn;

/** What a course still needs. */
export interface Horizon {
  /** Start of the first current round. */
  opensOn: LocalDate;
  /**
   * Of completions before `from` only each person’s latest before this day counts: it decides the next due date, or the
   * last completion. Fixed per round, so that closing is complete.
   */
  latestBefore: LocalDate;
  /** All completions from this day are needed. */
  from: LocalDate;
  /** Historic rounds, or those about to be. */
  past: readonly CourseRound[];
}

/**
 * How far back a course's rules look: to its first current round. A round becomes history long after the next opened,
 * so a course advances once a round; until its first it advances yearly.
 */
export function horizonOf(context: Context, courseKey: string): Horizon | undefined {
  const from = liveFrom(context, roundsLookBack);
  const rounds = roundsOf(context, courseKey);
  const isPast = (round: CourseRound): boolean => {
    const { nextOpensOn } = roundSpan(context, round);
    return round.history !== undefined || (nextOpensOn !== undefined && nextOpensOn <= from);
  };
  const live = rounds.filter((round) => !isPast(round));
  const past = rounds.filter(isPast);
  // Before the first historic round, old completions may still be imported.
  const year = `${from.slice(0, 4)}-01-01` as LocalDate;
  const [opensOn = past.length === 0 ? year : undefined] = live.map((round) => round.opensOn).sort();
  const [needed] = [...live.map(countsFrom), ...(past.length === 0 ? [year] : [])].sort();
  if (opensOn === undefined || needed === undefined) return undefined;
  if (past.length === 0) return { opensOn, latestBefore: year, from: needed, past };
  const isReckoned = live.some(({ basis }) => basis === 'lastCompletion');
  return { opensOn, latestBefore: isReckoned ? opensOn : addDays(opensOn, roundsLookBack), from: needed, past };
}

const cache = new WeakMap<RoundHistory, { version: number; counts: RoundCounts }>();

/** A round's numbers when it became history. Removed centres are combined. */
export function countsThen(context: Context, history: RoundHistory): Readonly<RoundCounts> {
  const { version } = context.list(Centres);
  const known = cache.get(history);
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
  cache.set(history, { version, counts });
  return counts;
}

/** Summary of a round that becomes history. */
export const historyOf = (counts: RoundCounts, nextOpensOn: LocalDate): RoundHistory => ({
  nextOpensOn,
  centres: [...counts.centres].map(([centreId, count]) => [
    centreId ?? null,
    [count.people, count.done, count.selfDeclared, count.missing, count.overdue, count.exempt, count.onLeave],
  ]),
});
