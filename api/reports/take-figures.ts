import type { Context } from '../context.ts';
import { Figures, freeze, lastFullDay, type FrozenFigures } from '../figures/index.ts';
import { dayOfMonth, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';

/** Frozen figures of the whole, the month before a day on demand, the latest day first. */
const wholes = (context: Context): Stored<FrozenFigures>[] =>
  context
    .list(Figures)
    .all()
    .filter(({ owner }) => owner === 'whole')
    .sort((one, other) => other.day.localeCompare(one.day) || other.kind.localeCompare(one.kind));

/** A year that somebody edited into nonsense is the last that there is. */
export const lastOf = (year: number): LocalDate => dayOfMonth(Math.min(year, 9_999), 12, 31);

/** The day that the report of a year describes: its last, or the last that is over while the year goes on. */
export function describedDay(context: Context, year: number): LocalDate {
  const [end, last] = [lastOf(year), lastFullDay(context)];
  return end < last ? end : last;
}

/** The latest frozen figures of a year; undefined when nobody froze any. From memory. */
export const frozenIn = (context: Context, year: number): Stored<FrozenFigures> | undefined =>
  wholes(context).find(({ day }) => day.startsWith(`${year}-`));

/** The frozen figures of a day, counted now when nobody did. 2 resource units an owner. Throws AppError `unavailable`. */
export async function frozenOn(context: Context, day: LocalDate): Promise<Stored<FrozenFigures> | undefined> {
  const find = () => wholes(context).find((one) => one.day === day);
  if (!find()) await freeze(context, 'day', day, 'interactive');
  return find();
}

/** The last day of the year before, when nobody has frozen it. */
export function missingYear(context: Context, year: number): LocalDate | undefined {
  return frozenIn(context, year - 1)?.day === lastOf(year - 1) ? undefined : lastOf(year - 1);
}
