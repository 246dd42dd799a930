import type { Context } from '../context.ts';
import { addDays, daysBetween, type LocalDate, type PersonId } from '../kernel/index.ts';
import { leastApart } from './cadence.ts';
import { cadenceOf, reminderKinds } from './cadences.ts';
import { linesOf, otherCentres, plannedOn, type ToldCentre } from './planned.ts';
import { digestsTelling, type Told } from './told.ts';

/** Weekly digests wait over closed days, and the first repeat waits for the person's weekday. */
const slack = 7;

/** Days that the repetition rules look back. */
function lookBack(context: Context): number {
  const repeats = reminderKinds(context).map((kind) => cadenceOf(context, kind).overdueEvery);
  return Math.max(leastApart, ...repeats) + slack;
}

/** When a person last had a reminder, by obligation key; undefined if not lately. */
export type LastTold = (key: string) => Told | undefined;

/**
 * A person's last reminders, as far back as the repetition rules look. A digest without pages counts as a reminder of
 * everything. From memory.
 */
export function lastTold(context: Context, personId: PersonId, day: LocalDate): LastTold {
  const found = new Map<string, Told>();
  for (const told of digestsTelling(context, personId, day, addDays(day, -lookBack(context)))) {
    const planned = plannedOn(context, told.day).get(personId);
    if (!planned) return (key) => found.get(key) ?? told;
    for (const { key, of } of linesOf(planned)) if (of === undefined && !found.has(key)) found.set(key, told);
  }
  return (key) => found.get(key);
}

/** What a person last saw of others' work. */
export interface OthersTold {
  day: LocalDate;
  centres: readonly ToldCentre[];
}
/** Limit of the comparison. */
const mostDaysBack = 42;

/** When a person was last informed of others' overdue work, before a day, and of how much. From memory. */
export function othersToldBefore(context: Context, personId: PersonId, day: LocalDate): OthersTold | undefined {
  for (const { day: on } of digestsTelling(context, personId, day, addDays(day, -mostDaysBack))) {
    const planned = plannedOn(context, on).get(personId);
    if (!planned) continue;
    const centres = otherCentres(planned);
    if (centres.length > 0 || linesOf(planned).some(({ of }) => of !== undefined)) return { day: on, centres };
  }
  return undefined;
}

export const isWeekApart = (one: LocalDate | undefined, other: LocalDate): boolean =>
  one === undefined || daysBetween(one, other) >= leastApart;
