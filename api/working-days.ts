import Holidays from 'date-holidays';
import { TZDate, tz } from '@date-fns/tz';
import { getHours } from 'date-fns/getHours';
import { addDays, instant, localDate, timeZone, type Instant, type LocalDate } from './kernel/index.ts';

/** Reminders reach people in these hours, Danish time; the last begins at 15 (docs/domain.md). */
export const workingHours = { from: 8, to: 16 } as const;

const calendar = new Holidays('DK');
const byYear = new Map<string, ReadonlyMap<string, string>>();

/** The name of the Danish public holiday on a day, or undefined. Parliament's and shops' half holidays are not here. */
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
export const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (day: LocalDate): boolean => !isWeekend(day) && holidayName(day) === undefined;

/** Longer than any run of days without work. */
const daysOff = 30;
/** The day itself when it is a working day, else the first after it. */
export function workingDayFrom(day: LocalDate): LocalDate {
  for (let off = 0; off < daysOff; off += 1) {
    const found = addDays(day, off);
    if (isWorkingDay(found)) return found;
  }
  return day;
}

/** Hour of the day in Denmark, 0–23. */
export const hourInDenmark = (moment: Date): number => getHours(moment, { in: tz(timeZone) });

/** Whether people may be reminded at this hour of a working day. */
export const isWorkingHour = (hour: number): boolean => hour >= workingHours.from && hour < workingHours.to;

/** Whether a moment lies in the working hours of a working day, Danish time. */
export const isWorkingTime = (moment: Date): boolean =>
  isWorkingDay(localDate(moment)) && isWorkingHour(hourInDenmark(moment));

/** The moment itself in working hours, else when they begin next: 8 in Denmark, summer and winter. */
export function workingTimeFrom(moment: Date): Instant {
  if (isWorkingTime(moment)) return instant(moment);
  const today = localDate(moment);
  const isBefore = hourInDenmark(moment) < workingHours.from;
  return inDenmarkAt(workingDayFrom(isBefore ? today : addDays(today, 1)), workingHours.from);
}

/** Half past eight: people have come to work, and have looked at what is most urgent. */
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
