import { addDays, addMonths, type LocalDate } from '../kernel/index.ts';
import type { CourseRound } from './round-list.ts';

/** Minimum days after leave or exemption. */
export const daysWhenBack = 14;

/** The same day a year later; 29 February becomes 28 February. */
export const yearAfter = (day: LocalDate): LocalDate => addMonths(day, 12);

type Rule = Pick<CourseRound, 'opensOn' | 'dueOn' | 'newWithinDays' | 'basis'>;

/**
 * A person's due date in a round, before leave. Exactly one applies: new (hired after the round opened, or too late to
 * have the new employee's days before its date): hire date + those days; by latest completion, if there is one from
 * before the round: twelve months after it, within the round; else the round’s date. Called for 50,000 at a time, so
 * each date is computed once.
 */
export function plainDueDays(
  round: Rule,
): (hiredOn: LocalDate | undefined, latestBefore: LocalDate | undefined) => LocalDate {
  const { opensOn, dueOn, newWithinDays, basis } = round;
  const newAfter = addDays(dueOn, -newWithinDays);
  const dueOfNew = onceFor((hiredOn) => addDays(hiredOn, newWithinDays));
  const dueAfter = onceFor((completedOn) => between(opensOn, yearAfter(completedOn), dueOn));
  return (hiredOn, latestBefore) => {
    if (hiredOn !== undefined && (hiredOn > opensOn || hiredOn > newAfter)) return dueOfNew(hiredOn);
    return basis === 'lastCompletion' && latestBefore !== undefined ? dueAfter(latestBefore) : dueOn;
  };
}

const between = (first: LocalDate, day: LocalDate, last: LocalDate): LocalDate => {
  if (day > last) return last;
  return day < first ? first : day;
};

function onceFor(reckon: (day: LocalDate) => LocalDate): (day: LocalDate) => LocalDate {
  const known = new Map<LocalDate, LocalDate>();
  return (day) => {
    const found = known.get(day) ?? reckon(day);
    known.set(day, found);
    return found;
  };
}

/** A pause: leave, or an exemption. Both days are included. */
export interface Pause {
  from: LocalDate;
  to: LocalDate | undefined;
}

/** Extends a due date that falls in a pause by some days after it. What was overdue before stays so. */
export function dueAfterPauses(due: LocalDate, pauses: readonly Pause[]): LocalDate {
  let last = due;
  for (const { from, to } of pauses.length > 1 ? [...pauses].sort(byStart) : pauses) {
    if (to === undefined || from > last || to < from) continue;
    const back = addDays(to, daysWhenBack);
    if (back > last) last = back;
  }
  return last;
}
const byStart = (one: Pause, other: Pause): number => Number(one.from > other.from) - Number(one.from < other.from);
