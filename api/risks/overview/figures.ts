import type { Context } from '../../context.ts';
import { addMonths, dayBegins, nowOf, todayOf, type LocalDate } from '../../kernel/index.ts';
import { isSetAside } from '../../sharepoint/index.ts';
import { RiskFigures, type RiskFigure } from '../risk-lists.ts';
import { levelsAt, sumOf } from './level-counts.ts';

/** A calendar month, `2026-11`. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);
const firstOf = (day: LocalDate): LocalDate => `${monthOf(day)}-01` as LocalDate;

/** The frozen months, the oldest first. From memory. */
export const frozenMonths = (context: Context): readonly RiskFigure[] =>
  [...context.list(RiskFigures).all()].sort((one, other) => one.key.localeCompare(other.key));

/**
 * Freezes how the risks stood when last month ended, once: a month that is there is never written again, and months
 * before the last are not made up. Nothing is frozen while there is nothing to tell. Several instances may do it at once;
 * one item comes of it. 2 resource units in the background lane. Returns the month that was frozen. Throws AppError
 * `unavailable`.
 */
export async function freezeFigures(context: Context): Promise<string | undefined> {
  const thisMonth = firstOf(todayOf(context.clock));
  const month = monthOf(addMonths(thisMonth, -1));
  const list = context.list(RiskFigures);
  if (list.get(month) || isSetAside(list, month)) return undefined;
  const figures = levelsAt(context, dayBegins(thisMonth));
  if (sumOf(figures.levels) === 0 && list.all().length === 0) return undefined;
  const { existed } = await list.create(
    { key: month, title: month, ...figures, frozenAt: nowOf(context.clock) },
    'background',
  );
  return existed ? undefined : month;
}

/** The figures of the same month a year ago; those of the oldest month when that was not frozen. */
export function figuresBefore(context: Context): RiskFigure | undefined {
  const lastYear = monthOf(addMonths(firstOf(todayOf(context.clock)), -12));
  return context.list(RiskFigures).get(lastYear) ?? frozenMonths(context)[0];
}
