import Holidays from 'date-holidays';
import { TZDate, tz } from '@date-fns/tz';
import { getHours } from 'date-fns/getHours';
import { addDays, instant, localDate, timeZone, type Instant, type LocalDate } from './kernel/index.ts';

/** Hours of reminders, Danish time; the last begins at 15 (docs/domain.md). */
export const workingHours = { from: 8, to: 16 } as const;

const calendar = new Holidays('DK');
const byYear = new Map<string, ReadonlyMap<string, string>>();

/** Name of the Danish public holiday on a day, or undefined. Without half holidays of Parliament and shops. */
export function holidayName(day: LocalDate): string | undefined {
  const year = day.slice(0, 4);
  const known = byYear.get(year) ?? (isReckoned(year) ? holidaysOf(Number(year)) : none);
  byYear.set(year, known);
  return known.get(day);
}
/** Nobody knows the holidays of the year 9999. */
const isReckoned = (year: string): boolean => year >= '1990' && year < '2100';
const none: ReadonlyMap<string, string> = new Map();
const holidaysOf = (year: number): ReadonlyMap<string, string> =>
  new Map(
    calendar
      .getHolidays(year, 'da')
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );

const weekday = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (day: LocalDate): boolean => !isWeekend(day) && holidayName(day) === undefined;

/** Longer than any run of days off. */
const daysOff = 30;
/** The day if a working day, else the next one. */
export function workingDayFrom(day: LocalDate): LocalDate {
  for (let off = 0; off < daysOff; off += 1) {
    const found = addDays(day, off);
    if (isWorkingDay(found)) return found;
  }
  return day;
}

/** Hour of the day in Denmark, 0–23. */
export const hourInDenmark = (moment: Date): number => getHours(moment, { in: tz(timeZone) });

/** Whether reminders may be sent at this hour of a working day. */
export const isWorkingHour = (hour: number): boolean => hour >= workingHours.from && hour < workingHours.to;

/** Whether a moment is within working hours, Danish time. */
export const isWorkingTime = (moment: Date): boolean =>
  isWorkingDay(localDate(moment)) && isWorkingHour(hourInDenmark(moment));

/** The moment if in working hours, else their next start: 8 in Denmark, with daylight saving. */
export function workingTimeFrom(moment: Date): Instant {
  if (isWorkingTime(moment)) return instant(moment);
  const today = localDate(moment);
  const isBefore = hourInDenmark(moment) < workingHours.from;
  return inDenmarkAt(workingDayFrom(isBefore ? today : addDays(today, 1)), workingHours.from);
}

/** When the working hours of a day begin, also on closed days. */
export const workingDayStart = (day: LocalDate): Instant => inDenmarkAt(day, workingHours.from);

/** Half past eight: people have started work and seen the most urgent. */
export const morningOf = (day: LocalDate): Instant => inDenmarkAt(day, 8, 30);

/** The next such moment on a working day. */
export function nextMorning(moment: Date): Instant {
  const today = localDate(moment);
  const first = morningOf(workingDayFrom(today));
  return first > instant(moment) ? first : morningOf(workingDayFrom(addDays(today, 1)));
}

function inDenmarkAt(day: LocalDate, hour: number, minute = 0): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instant(new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()));
}
