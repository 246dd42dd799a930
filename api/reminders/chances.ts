import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { addDays, eachDay, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isAway, isEmployed, type Person } from '../organisation/index.ts';
import { hourInDenmark, isWorkingDay, workingDayFrom, workingHours } from '../working-days.ts';
import { hasOtherCard } from './told.ts';
import type { Chances } from './turn.ts';

/** When a person's digest can still be sent before `day`; undefined for today and the past, and without such a day. */
export function chancesBefore(context: Context, person: Person, day: LocalDate): Chances | undefined {
  const days = workingDaysBefore(context, day);
  const [first] = days;
  const last = days.findLast((one) => isThere(context, person, one));
  return first === undefined || last === undefined ? undefined : { first, last };
}

interface Ahead {
  now: number;
  day: LocalDate;
  days: readonly LocalDate[];
}
const kept = contextPart<Ahead>('reminders/chances');

/** Cached: asked for every person of a plan. */
function workingDaysBefore(context: Context, day: LocalDate): readonly LocalDate[] {
  const now = Math.floor(context.clock.now().getTime() / 60_000);
  const known = kept.get(context);
  if (known?.now === now && known.day === day) return known.days;
  const days: LocalDate[] = [];
  if (day > todayOf(context.clock))
    for (const one of eachDay(firstChance(context), addDays(day, -1))) if (isWorkingDay(one)) days.push(one);
  kept.set(context, { now, day, days });
  return days;
}

/** Today if not over, else the next working day. */
function firstChance(context: Context): LocalDate {
  const today = todayOf(context.clock);
  const isOver = hourInDenmark(context.clock.now()) >= workingHours.to;
  return workingDayFrom(isOver ? addDays(today, 1) : today);
}

const isThere = (context: Context, person: Person, day: LocalDate): boolean =>
  isEmployed(person, day) && !isAway(person, day) && !hasOtherCard(context, person.key as PersonId, day);
