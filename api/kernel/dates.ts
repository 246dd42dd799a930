import { tz, TZDate } from '@date-fns/tz';
import { addDays as addDaysTo, differenceInCalendarDays, format } from 'date-fns';
import type { Branded } from './ids.ts';

/** A calendar day in Denmark, `YYYY-MM-DD`. */
export type LocalDate = Branded<'LocalDate'>;
/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = Branded<'Instant'>;

/** Where "now" comes from: the system, or the desk's movable clock. */
export interface Clock {
  now(): Date;
}
export const systemClock: Clock = { now: () => new Date() };

export const timeZone = 'Europe/Copenhagen';
const inDenmark = tz(timeZone);

export const instant = (date: Date): Instant => date.toISOString() as Instant;
export const nowOf = (clock: Clock): Instant => instant(clock.now());

/** The Danish calendar day of a moment. */
export const localDate = (moment: Date | Instant): LocalDate =>
  format(new TZDate(new Date(moment), timeZone), 'yyyy-MM-dd', { in: inDenmark }) as LocalDate;
export const todayOf = (clock: Clock): LocalDate => localDate(clock.now());

export const isLocalDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && utcDay(text) === text;
const utcDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  addDaysTo(new Date(`${date}T00:00:00Z`), days)
    .toISOString()
    .slice(0, 10) as LocalDate;

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  differenceInCalendarDays(new Date(`${to}T00:00:00Z`), new Date(`${from}T00:00:00Z`));

/** True while `day` lies in the period; an open end never ends. Both ends are included. */
export const within = (day: LocalDate, from: LocalDate | undefined, to: LocalDate | undefined): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);
