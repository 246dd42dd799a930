import { addDays, within, type CentreId, type LocalDate } from '../kernel/index.ts';
import type { Person } from './person-list.ts';

/**
 * From the hire date to the day before the account was closed: a new employee counts from day one (R9), and somebody
 * who left owes nothing from that day.
 */
export const isEmployed = (person: Pick<Person, 'hiredOn' | 'leftOn'>, today: LocalDate): boolean =>
  (person.hiredOn === undefined || person.hiredOn <= today) && (person.leftOn === undefined || today < person.leftOn);

/** Days from the first day of leave to the last one there can be: whoever is away for longer has it recorded again. */
export const mostLeaveDays = 366;
/** The last day that leave from a day can have. */
export const lastLeaveDay = (from: LocalDate): LocalDate => addDays(from, mostLeaveDays);

type Leave = Pick<Person, 'absentFrom' | 'absentTo'>;

/**
 * First and last day of leave, both included: a year at most, whatever somebody has written in the list, and a year
 * where no last day stands. The one place that says so; whoever asks about leave asks here.
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

/** The last day of leave that is over; undefined when there was none, or it is not over. */
export function backSince(person: Leave, today: LocalDate): LocalDate | undefined {
  const leave = leaveOf(person);
  return leave && leave.to < today ? leave.to : undefined;
}

/** The centre on an earlier day, as far as the latest move tells. */
export const centreOn = (
  person: Pick<Person, 'centreId' | 'movedOn' | 'movedFrom'>,
  day: LocalDate,
): CentreId | undefined =>
  person.movedOn !== undefined && person.movedFrom !== undefined && day < person.movedOn
    ? person.movedFrom
    : person.centreId;
