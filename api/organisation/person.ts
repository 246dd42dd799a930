import { addDays, within, type CentreId, type LocalDate } from '../kernel/index.ts';
import type { Person } from './person-list.ts';

/**
 * From the hire date to the day before the account was closed: a new employee counts from day one (R9), a departed one
 * owes nothing from that day.
 */
export const isEmployed = (person: Pick<Person, 'hiredOn' | 'leftOn'>, today: LocalDate): boolean =>
  (person.hiredOn === undefined || person.hiredOn <= today) && (person.leftOn === undefined || today < person.leftOn);

/** Longest leave in days, both ends included; longer leave is recorded again. */
export const mostLeaveDays = 366;
/** The last possible day of leave. */
export const lastLeaveDay = (from: LocalDate): LocalDate => addDays(from, mostLeaveDays);

type Leave = Pick<Person, 'absentFrom' | 'absentTo'>;
/** With the leave before it, whose days still count. */
export type Leaves = Pick<Person, 'absentFrom' | 'absentTo' | 'earlierFrom' | 'earlierTo'>;

/**
 * First and last day of leave, both included: a year at most, whatever the list says, and a year without a last day.
 * All rules about leave use this.
 */
export function leaveOf({ absentFrom: from, absentTo }: Leave): { from: LocalDate; to: LocalDate } | undefined {
  if (from === undefined) return undefined;
  const last = lastLeaveDay(from);
  return { from, to: absentTo !== undefined && absentTo < last ? absentTo : last };
}

/** On leave that day. */
export function isAway(person: Leave, today: LocalDate): boolean {
  const leave = leaveOf(person);
  return leave !== undefined && within(today, leave.from, leave.to);
}

/** The leave before the recorded one. */
const earlierLeaveOf = ({ earlierFrom, earlierTo }: Leaves) =>
  leaveOf({ absentFrom: earlierFrom, absentTo: earlierTo });

/** The recorded leave, and the one before it. */
export const leavesOf = (person: Leaves): { from: LocalDate; to: LocalDate }[] =>
  [earlierLeaveOf(person), leaveOf(person)].filter((leave) => leave !== undefined);

/** The last day of the latest past leave; undefined without one, or while on leave. */
export function backSince(person: Leaves, today: LocalDate): LocalDate | undefined {
  const leave = leaveOf(person);
  if (leave && leave.from <= today) return leave.to < today ? leave.to : undefined;
  const earlier = earlierLeaveOf(person);
  return earlier && earlier.to < today ? earlier.to : undefined;
}

/** Earliest day a person could do what was asked on a day: later after hiring or leave. */
export function readySince(person: Leaves & Pick<Person, 'hiredOn'>, asked: LocalDate, today: LocalDate): LocalDate {
  const { hiredOn } = person;
  const begun = hiredOn !== undefined && hiredOn > asked ? hiredOn : asked;
  const back = backSince(person, today);
  return back !== undefined && back > begun ? back : begun;
}

/** The centre on an earlier day, as known from the latest move. */
export const centreOn = (
  person: Pick<Person, 'centreId' | 'movedOn' | 'movedFrom'>,
  day: LocalDate,
): CentreId | undefined =>
  person.movedOn !== undefined && person.movedFrom !== undefined && day < person.movedOn
    ? person.movedFrom
    : person.centreId;
