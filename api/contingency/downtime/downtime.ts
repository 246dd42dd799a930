import {
  addDays,
  dayOfMonth,
  eachDay,
  earlierDay,
  instant,
  localDate,
  yearOf,
  type Instant,
  type LocalDate,
} from '../../kernel/index.ts';
import type { Peak } from '../../critical-services/contract.ts';
import { isSoundDowntime } from '../../critical-services/index.ts';

const [minuteLength, hourLength] = [60_000, 3_600_000];
/** Days checked for busy periods: limits the work for a downtime never closed. */
const mostDays = 400;

const dateIn = (day: LocalDate, date: number): number =>
  Number(dayOfMonth(yearOf(day), Number(day.slice(5, 7)), date).slice(8));

/**
 * Whether a busy period applies: months 1–12 (none: every month) and days of the month, inclusive. The 31st is the last
 * day of a shorter month; from the 25th to the 5th spans the turn of the month. Pure.
 */
export function isPeak({ months, days }: Pick<Peak, 'months' | 'days'>, day: LocalDate): boolean {
  if (months.length > 0 && !months.includes(Number(day.slice(5, 7)))) return false;
  if (!days) return true;
  const date = Number(day.slice(8));
  const [from, to] = [dateIn(day, days.from), dateIn(day, days.to)];
  return days.from <= days.to ? from <= date && date <= to : from <= date || date <= to;
}

/** Accepted downtime, hours. */
export interface Accepted {
  hours: number;
  /** The busy period that shortens it. */
  peak?: string;
}

/** The days between two moments, inclusive; at most some 400. */
export function daysOf(from: Instant, to: Instant): LocalDate[] {
  const first = localDate(from);
  return [...eachDay(first, earlierDay(localDate(to), addDays(first, mostDays - 1)))];
}

/**
 * The accepted downtime of a service that is down on these days: the shortest of its own and of every busy period on
 * them. The end of a busy period does not undo a breach. Undefined if not set.
 */
export function acceptedOn(
  { mtd, peaks }: { mtd?: number | undefined; peaks: readonly Peak[] },
  days: readonly LocalDate[],
): Accepted | undefined {
  const usual: Accepted[] = isSoundDowntime(mtd) ? [{ hours: mtd }] : [];
  const busy = peaks.flatMap((peak): Accepted[] =>
    isSoundDowntime(peak.mtd) && days.some((day) => isPeak(peak, day)) ? [{ hours: peak.mtd, peak: peak.title }] : [],
  );
  return shortest([...usual, ...busy]);
}

/** The first of the shortest, if any. */
export const shortest = <Limit extends Accepted>(limits: readonly (Limit | undefined)[]): Limit | undefined =>
  limits.reduce<Limit | undefined>(
    (least, one) => (one && (!least || one.hours < least.hours) ? one : least),
    undefined,
  );

/** End of accepted downtime. */
export const hoursAfter = (startedAt: Instant, hours: number): Instant =>
  instant(new Date(Date.parse(startedAt) + hours * hourLength));

/** Whether it was up in time, inclusive. */
export const isKept = (startedAt: Instant, endedAt: Instant, hours: number): boolean =>
  Date.parse(endedAt) <= Date.parse(hoursAfter(startedAt, hours));

/** Whole minutes between two moments; negative if past. */
export const minutesBetween = (from: string, to: string): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / minuteLength);
