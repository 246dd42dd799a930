import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isAway, isEmployed, type Person } from '../organisation/index.ts';
import { hourInDenmark, isWorkingDay, workingDayFrom, workingHours } from '../working-days.ts';
import { hasOtherCard } from './told.ts';
import type { Chances } from './turn.ts';

/** When a person's digest can still go before `day`; undefined for today and the past, and when there is no chance. */
export function chancesBefore(context: Context, person: Person, day: LocalDate): Chances | undefined {
  if (day <= todayOf(context.clock)) return undefined;
  const first = firstChance(context);
  for (let last = addDays(day, -1); last >= first; last = addDays(last, -1))
    if (isWorkingDay(last) && isThere(context, person, last)) return { first, last };
  return undefined;
}

/** Today while it is not over, else the next working day. */
function firstChance(context: Context): LocalDate {
  const today = todayOf(context.clock);
  const isOver = hourInDenmark(context.clock.now()) >= workingHours.to;
  return workingDayFrom(isOver ? addDays(today, 1) : today);
}

const isThere = (context: Context, person: Person, day: LocalDate): boolean =>
  isEmployed(person, day) && !isAway(person, day) && !hasOtherCard(context, person.key as PersonId, day);
