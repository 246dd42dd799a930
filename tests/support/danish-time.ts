import { TZDate } from '@date-fns/tz';
import { addDays, localDate, timeZone, type LocalDate } from '../../api/kernel/index.ts';
import { hourInDenmark, isWorkingTime, workingDayFrom, workingTimeFrom } from '../../api/working-days.ts';

/** The moment of a time of day in Denmark, ISO; `09:00` in summer is another moment than in winter. */
export function atDanishTime(day: LocalDate, time: `${number}:${number}`): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()).toISOString();
}

/** From this hour on a test that takes long would go on after working hours. */
const lateHour = 12;

/** A moment in which cards leave, with hours of the day left: this one, or 9 on the next working day. ISO. */
export function inWorkingHours(now: Date): string {
  if (isWorkingTime(now) && hourInDenmark(now) < lateHour) return now.toISOString();
  const next = isWorkingTime(now) ? workingDayFrom(addDays(localDate(now), 1)) : localDate(workingTimeFrom(now));
  return atDanishTime(next, '09:00');
}
