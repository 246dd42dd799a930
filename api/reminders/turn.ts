import type { LocalDate } from '../kernel/index.ts';
import { latestStep, type Cadence, type Term } from './cadence.ts';
import type { Told } from './told.ts';
import { weeklyDay, type Wishes } from './wishes.ts';

/** The days whose steps are due: after the latest digest, up to `at`. Steps of closed days are sent once. */
export interface Turn {
  at: LocalDate;
  /** Absent: the first time, when every step up to `at` counts. */
  after?: Told;
}

/** The steps due for a person. `weekly` is absent after the week's digest, and for those who want none. */
export interface Turns {
  daily: Turn;
  wished: Turn | undefined;
}

/** Working days before a future day on which a person's digest can be sent: the first of all, and their last. */
export interface Chances {
  first: LocalDate;
  last: LocalDate;
}

/**
 * A person's turns on a working day, after the latest digest. A missed weekly digest is sent late, once. Steps up to
 * the last chance before a future day count as sent by then.
 */
export function turnsOf(wishes: Wishes, day: LocalDate, latest: Told | undefined, chances?: Chances): Turns {
  const daily = turn(day, chances ? laterTold(latest, { day: chances.last }) : latest);
  if (wishes.rhythm === 'daily') return { daily, wished: daily };
  const at = weeklyDay(wishes, day);
  const after = chances ? laterTold(latest, weeklyChance(wishes, chances)) : latest;
  if (after && after.day >= at) return { daily, wished: undefined };
  return { daily, wished: turn(at, after) };
}

const weeklyChance = (wishes: Wishes, { first, last }: Chances): Told | undefined => {
  const day = weeklyDay(wishes, last);
  return day >= first ? { day } : undefined;
};

const turn = (at: LocalDate, after: Told | undefined): Turn => (after ? { at, after } : { at });

/** Whether an obligation that is not overdue has a step in a turn. */
export function hasStepIn({ at, after }: Turn, cadence: Cadence, term: Term): boolean {
  const step = latestStep(cadence, term, at);
  return step !== undefined && (after === undefined || step > after.day);
}

/** The later of two; a moment is more exact than a day. */
export function laterTold(one: Told | undefined, other: Told | undefined): Told | undefined {
  if (!one || !other) return one ?? other;
  if (one.day !== other.day) return one.day > other.day ? one : other;
  return (one.at ?? '') >= (other.at ?? '') ? one : other;
}
