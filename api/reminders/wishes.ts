import type { Context } from '../context.ts';
import { addDays, type LocalDate, type PersonId } from '../kernel/index.ts';
import { workingDayFrom, workingHours } from '../working-days.ts';
import { isLegallyRequired } from './cadence.ts';
import { ReminderWishes, type ReminderWish } from './wishes-list.ts';

/** When a person wants to be reminded. */
export type Wishes = Readonly<ReminderWish['wishes']>;

const defaultWishes: Wishes = { hour: workingHours.from, rhythm: 'daily', weekday: 1, muted: [] };

export const wishesOf = (context: Context, personId: PersonId): Wishes =>
  context.list(ReminderWishes).get(personId)?.wishes ?? defaultWishes;

export const isMuted = ({ muted }: Wishes, kind: string): boolean => muted.includes(kind) && !isLegallyRequired(kind);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The latest weekly-digest day up to a working day: the wished weekday, or the first working day after it. */
export const weeklyDay = ({ weekday }: Wishes, day: LocalDate): LocalDate =>
  workingDayFrom(addDays(day, -((weekdayOf(day) - weekday + 7) % 7)));
