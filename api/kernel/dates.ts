import { tz, TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import type { Branded } from './ids.ts';

/** A calendar day in Denmark, `YYYY-MM-DD`. */
export type LocalDate = Branded<'LocalDate'>;
/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = Branded<'Instant'>;

/** Source of "now": the system, or the desk's movable clock. */
export interface Clock {
  now(): Date;
}
export const systemClock: Clock = { now: () => new Date() };

/** A clock outside these years is wrong; bounds every loop over the days between stored data and today. */
const plausible = { from: Date.UTC(2020, 0), before: Date.UTC(2100, 0) } as const;
export const isPlausible = (moment: Date): boolean =>
  moment.getTime() >= plausible.from && moment.getTime() < plausible.before;

/** The clock, clamped to 2020–2099: an absurd value (flat battery, typing error) must not cause endless loops. */
export const plausibleClock = (clock: Clock): Clock => ({
  now() {
    const now = clock.now();
    if (isPlausible(now)) return now;
    return new Date(now.getTime() >= plausible.before ? plausible.before - 1 : plausible.from);
  },
});

export const timeZone = 'Europe/Copenhagen';
const inDenmark = tz(timeZone);

/** Instants are clamped to four-digit years, so that a mistyped one cannot overflow. */
const [firstMoment, lastMoment] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')];
/** Throws RangeError for an invalid date. */
export const instant = (date: Date): Instant =>
  new Date(Math.min(Math.max(date.getTime(), firstMoment), lastMoment)).toISOString() as Instant;
export const nowOf = (clock: Clock): Instant => instant(clock.now());

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
/** Danish day by UTC hour. Denmark's offset is whole hours, so an hour lies within one day. */
const dayOfHour = new Map<number, LocalDate>();
const mostHours = 20_000;

/** The Danish calendar day of a moment. Cached by hour: every view asks for every person. */
export function localDate(moment: Date | Instant): LocalDate {
  const date = new Date(moment);
  const hour = Math.floor(date.getTime() / hourLength);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  const written = format(new TZDate(date, timeZone), 'yyyy-MM-dd', { in: inDenmark }) as LocalDate;
  const day = written.length > latestDay.length ? latestDay : written;
  if (dayOfHour.size >= mostHours) dayOfHour.clear();
  dayOfHour.set(hour, day);
  return day;
}
export const todayOf = (clock: Clock): LocalDate => localDate(clock.now());

/** The year of a day. */
export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
/** Years to choose from, newest first: those with content, and that of today. */
export const yearsToChoose = (today: LocalDate, years: Iterable<number>): number[] =>
  [...new Set([yearOf(today), ...years])].sort((one, other) => other - one);

export const isLocalDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && utcDay(text) === text;
const utcDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10);

/**
 * A day or moment that a record may hold: 1900, as SharePoint's own dates, to 2099, as the clock. What lies outside is
 * mistyped, or a placeholder of another system (0001, 1601, 9999).
 */
export const isInRange = (day: string): boolean => /^(?:19|20)\d\d-/.test(day);

/** The start of a Danish day. */
export const dayBegins = (day: LocalDate): Instant => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instant(new Date(new TZDate(year, month - 1, date, timeZone).getTime()));
};

/** Caches day ↔ its start in UTC: rules add days for every person and meet only a few years of days. */
const timeOfDay = new Map<LocalDate, number>();
const dayOfTime = new Map<number, LocalDate>();
const mostDays = 20_000;

function midnight(date: LocalDate): number {
  const known = timeOfDay.get(date);
  if (known !== undefined) return known;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (timeOfDay.size >= mostDays) timeOfDay.clear();
  timeOfDay.set(date, time);
  return time;
}

/** Reckoned days stay within four-digit years: no day is after the last, nor before the first. */
const [earliestDay, latestDay] = ['0001-01-01', '9999-12-31'] as [LocalDate, LocalDate];
const [earliest, latest] = [midnight(earliestDay), midnight(latestDay)];
function dayAt(time: number): LocalDate {
  const known = dayOfTime.get(time);
  if (known !== undefined) return known;
  const day = new Date(Math.min(Math.max(time, earliest), latest)).toISOString().slice(0, 10) as LocalDate;
  if (dayOfTime.size >= mostDays) dayOfTime.clear();
  dayOfTime.set(time, day);
  return day;
}

/** Computed in UTC, whose days have equal length in every time zone. */
export const addDays = (date: LocalDate, days: number): LocalDate => dayAt(midnight(date) + days * dayLength);

/**
 * A day of a month, or the last day of a month that lacks it. `month` counts from 1 and may run over into other years.
 */
export function dayOfMonth(year: number, month: number, day: number): LocalDate {
  const last = new Date(Date.UTC(year, month, 0));
  const clamped = Math.min(day, last.getUTCDate());
  return dayAt(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), clamped));
}

const century = 1_200;
/**
 * The same day some months later, or the last day of a month that lacks it. Clamped to a century: a mistyped number in
 * a list must not stop every derivation.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const whole = Math.trunc(Math.max(-century, Math.min(century, months)));
  return dayOfMonth(yearOf(date), Number(date.slice(5, 7)) + whole, Number(date.slice(8)));
}

/** Largest number of days to iterate: ten years. */
const mostDaysWalked = 3_660;

/**
 * The days from one to another, both included, ascending. At most ten years, so that a mistyped day (9999-12-31) does
 * not block.
 */
export function* eachDay(from: LocalDate, to: LocalDate): Generator<LocalDate> {
  const days = Math.min(daysBetween(from, to) + 1, mostDaysWalked);
  for (let count = 0; count < days; count += 1) yield addDays(from, count);
}

/**
 * Day from which the time for what a record still needs is counted: kept in changes that do not matter for it. Never
 * after its latest change: a later day, written in the list by hand, would hide what is owed.
 */
export function countsFrom(record: { countsFrom?: LocalDate | undefined; changedAt: Instant }): LocalDate {
  const changedOn = localDate(record.changedAt);
  return record.countsFrom === undefined ? changedOn : earlierDay(record.countsFrom, changedOn);
}

/** The earlier of two days. */
export const earlierDay = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (midnight(to) - midnight(from)) / dayLength;

/** True while `day` lies in the period; an open end never ends. Both ends are included. */
export const within = (day: LocalDate, from: LocalDate | undefined, to: LocalDate | undefined): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);
