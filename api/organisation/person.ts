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

/** The last day of past leave; undefined without one, or while on leave. */
export function backSince(person: Leave, today: LocalDate): LocalDate | undefined {
  const leave = leaveOf(person);
  return leave && leave.to < today ? leave.to : undefined;
}

/** Earliest day a person could do what was asked on a day: later after hiring or leave. */
export function readySince(person: Leave & Pick<Person, 'hiredOn'>, asked: LocalDate, today: LocalDate): LocalDate {
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
