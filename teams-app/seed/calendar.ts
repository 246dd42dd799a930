import { addDays, type Instant, type LocalDate } from '../../api/kernel/index.ts';

/** Days and moments relative to the day of seeding. */
export interface SeedDays {
  today: LocalDate;
  now: Date;
  /** Publication of the superseded version and the one in force (both on a weekday morning), and its due date. */
  firstPublished: Date;
  published: Date;
  acknowledgeBy: LocalDate;
}

const day = 86_400_000;
export const isoMoment = (date: Date): Instant => date.toISOString() as Instant;
export const dayOfMoment = (date: Date): LocalDate => isoMoment(date).slice(0, 10) as LocalDate;

/** A weekday at 8.30 UTC, about so many days ago. */
function weekdayMorning(today: LocalDate, daysAgo: number): Date {
  const found = new Date(`${addDays(today, -daysAgo)}T08:30:00.000Z`);
  while (found.getUTCDay() === 0 || found.getUTCDay() === 6) found.setTime(found.getTime() - day);
  return found;
}

export function seedDays(now: Date, today: LocalDate, withinDays: number): SeedDays {
  const published = weekdayMorning(today, 12);
  return {
    today,
    now,
    firstPublished: weekdayMorning(today, 377),
    published,
    acknowledgeBy: addDays(dayOfMoment(published), withinDays),
  };
}

/**
 * When a person answered: half on the first day, the rest ever more slowly, between 6 and 21 o'clock. `chance` and
 * `hourChance` in [0, 1).
 */
export function answerMoment(from: Date, until: Date, chance: number, hourChance: number): Date {
  const longest = until.getTime() - from.getTime();
  const lag = Math.min(longest * 0.98, -Math.log(1 - chance * 0.999) * 2.2 * day * chance);
  const moment = new Date(from.getTime() + lag);
  const hour = moment.getUTCHours();
  if (hour < 5 || hour > 19) moment.setUTCHours(6 + Math.floor(hourChance * 11), Math.floor(hourChance * 600) % 60);
  return moment < from || moment > until ? new Date(from.getTime() + longest * chance * 0.5) : moment;
}
