import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate } from '../kernel/index.ts';
import { hourInDenmark, isWorkingDay, workingDayFrom, workingHours } from '../working-days.ts';

/** The first day from now on which a digest can still go; undefined when `day` is not later than it. */
export function firstChance(context: Context, day: LocalDate): LocalDate | undefined {
  const today = todayOf(context.clock);
  const isOver = hourInDenmark(context.clock.now()) >= workingHours.to;
  const first = isOver || !isWorkingDay(today) ? workingDayFrom(addDays(today, 1)) : today;
  return day > first ? first : undefined;
}
