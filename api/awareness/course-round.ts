import { addDays, type LocalDate } from '../kernel/index.ts';
import type { CourseRound } from './round-list.ts';

/** A round with the start of its course’s next round. */
export interface Span {
  opensOn: LocalDate;
  closedOn?: LocalDate | undefined;
  /** First day of the next round of the course. */
  nextOpensOn?: LocalDate | undefined;
}
export type RoundState = 'coming' | 'open' | 'closed';

/** Closed by hand or by the next round: a course has at most one open round per day. */
export function roundState({ opensOn, closedOn, nextOpensOn }: Span, day: LocalDate): RoundState {
  if (closedOn !== undefined && closedOn <= day) return 'closed';
  if (nextOpensOn !== undefined && nextOpensOn <= day) return 'closed';
  return day < opensOn ? 'coming' : 'open';
}

/** The day a round is counted on: today, or its last day. */
export function countedOn({ closedOn, nextOpensOn }: Span, today: LocalDate): LocalDate {
  const ends = [
    ...(closedOn !== undefined && closedOn <= today ? [closedOn] : []),
    ...(nextOpensOn !== undefined && nextOpensOn <= today ? [addDays(nextOpensOn, -1)] : []),
  ].sort();
  return ends[0] ?? today;
}

/** Start of the course's next round. */
export function nextOpening(round: CourseRound, rounds: readonly CourseRound[]): LocalDate | undefined {
  let next: LocalDate | undefined;
  for (const other of rounds) {
    if (other.courseKey !== round.courseKey || other.opensOn <= round.opensOn) continue;
    if (next === undefined || other.opensOn < next) next = other.opensOn;
  }
  return next;
}

type Dated = Pick<CourseRound, 'opensOn' | 'dueOn' | 'closedOn'>;
const lastDayOf = ({ dueOn, closedOn }: Dated) => (closedOn !== undefined && closedOn < dueOn ? closedOn : dueOn);

/** Whether two rounds of a course overlap. */
export const roundsOverlap = (one: Dated, other: Dated): boolean =>
  one.opensOn <= lastDayOf(other) && other.opensOn <= lastDayOf(one);
