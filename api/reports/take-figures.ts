import type { Context } from '../context.ts';
import { Figures, freeze, lastFullDay, type FrozenFigures } from '../figures/index.ts';
import { dayOfMonth, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';

/** Organisation-wide frozen figures, latest day first, month before day. */
const wholes = (context: Context): Stored<FrozenFigures>[] =>
  context
    .list(Figures)
    .all()
    .filter(({ owner }) => owner === 'whole')
    .sort((one, other) => other.day.localeCompare(one.day) || other.kind.localeCompare(one.kind));

/** A nonsensical hand-edited year is clamped. */
export const lastOf = (year: number): LocalDate => dayOfMonth(Math.min(year, 9_999), 12, 31);

/** The day a year's report describes: its last, or the last completed one. */
export function describedDay(context: Context, year: number): LocalDate {
  const [end, last] = [lastOf(year), lastFullDay(context)];
  return end < last ? end : last;
}

/** A year's latest frozen figures; undefined without any. From memory. */
export const frozenIn = (context: Context, year: number): Stored<FrozenFigures> | undefined =>
  wholes(context).find(({ day }) => day.startsWith(`${year}-`));

/** A day's frozen figures, frozen now if missing. 2 resource units an owner. Throws AppError `unavailable`. */
export async function frozenOn(context: Context, day: LocalDate): Promise<Stored<FrozenFigures> | undefined> {
  const find = () => wholes(context).find((one) => one.day === day);
  if (!find()) await freeze(context, 'day', day, 'interactive');
  return find();
}

/** Last day of the previous year, if not frozen. */
export function missingYear(context: Context, year: number): LocalDate | undefined {
  return frozenIn(context, year - 1)?.day === lastOf(year - 1) ? undefined : lastOf(year - 1);
}
