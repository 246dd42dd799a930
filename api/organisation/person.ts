import { within, type CentreId, type LocalDate } from '../kernel/index.ts';
import type { Person } from './person-list.ts';

/**
 * From the hire date to the day before the account was closed: a new employee counts from day one (R9), and somebody
 * who left owes nothing from that day.
 */
export const isEmployed = (person: Pick<Person, 'hiredOn' | 'leftOn'>, today: LocalDate): boolean =>
  (person.hiredOn === undefined || person.hiredOn <= today) && (person.leftOn === undefined || today < person.leftOn);

/** On leave; both days included. Without a last day the leave is open. */
export const isAway = (person: Pick<Person, 'absentFrom' | 'absentTo'>, today: LocalDate): boolean =>
  person.absentFrom !== undefined && within(today, person.absentFrom, person.absentTo);

/** The centre on an earlier day, as far as the latest move tells. */
export const centreOn = (
  person: Pick<Person, 'centreId' | 'movedOn' | 'movedFrom'>,
  day: LocalDate,
): CentreId | undefined =>
  person.movedOn !== undefined && person.movedFrom !== undefined && day < person.movedOn
    ? person.movedFrom
    : person.centreId;
