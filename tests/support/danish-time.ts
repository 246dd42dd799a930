import { TZDate } from '@date-fns/tz';
import { addDays, localDate, timeZone, type LocalDate } from '../../api/kernel/index.ts';
import { hourInDenmark, isWorkingTime, workingDayFrom, workingTimeFrom } from '../../api/working-days.ts';

/** The moment of a Danish time of day, ISO; `09:00` in summer differs from winter. */
export function atDanishTime(day: LocalDate, time: `${number}:${number}`): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()).toISOString();
}

/** From this hour a long test would exceed working hours. */
const lateHour = 12;

/** The desk's `nextWorkingDay` is 9 of the same day before this hour. */
const firstHour = 9;

/** A moment when cards are sent, with hours left in the day: now, or 9 on this or the next working day. ISO. */
export function inWorkingHours(now: Date): string {
  const hour = hourInDenmark(now);
  if (isWorkingTime(now) && hour < firstHour) return atDanishTime(localDate(now), '09:00');
  if (isWorkingTime(now) && hour < lateHour) return now.toISOString();
  const next = isWorkingTime(now) ? workingDayFrom(addDays(localDate(now), 1)) : localDate(workingTimeFrom(now));
  return atDanishTime(next, '09:00');
}

/**
 * The moment, or 9 on the next working day on the first of a month, when the latest figures are those of the month
 * before.
 */
export function notOnTheFirst(moment: string): string {
  const day = localDate(new Date(moment));
  return day.endsWith('-01') ? atDanishTime(workingDayFrom(addDays(day, 1)), '09:00') : moment;
}

/** The moment, or 9 on a working day in February: in January the year before has just been counted. */
export function notInJanuary(moment: string): string {
  const day = localDate(new Date(moment));
  return day.slice(5, 7) === '01'
    ? atDanishTime(workingDayFrom(`${day.slice(0, 4)}-02-02` as LocalDate), '09:00')
    : moment;
}

/** 9 on a working day in the middle of a month, this or the next: figures have changed since the month before. */
export function midMonth(now: Date): string {
  const day = localDate(now);
  const middle: LocalDate = `${day.slice(0, 8)}15` as LocalDate;
  const next = addDays(middle, 31);
  return atDanishTime(workingDayFrom(day <= middle ? middle : (`${next.slice(0, 8)}15` as LocalDate)), '09:00');
}
