import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import { addMonths, todayOf, type LocalDate } from '../../kernel/index.ts';
import { RiskFigures, type RiskFigure } from '../risk-lists.ts';

/** A calendar month, `2026-11`. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);
const firstOf = (day: LocalDate): LocalDate => `${monthOf(day)}-01` as LocalDate;

/** How the risks stood when a month ended. */
export type FrozenLevels = Pick<RiskFigure, 'key' | 'levels' | 'byCentre'>;
const declared = contextPart<(context: Context) => readonly FrozenLevels[]>('risks/figures');

/** Tells where frozen months are kept. Called once when the application is put together; figures stand above risks. */
export const declareFrozenLevels = (context: Context, months: (context: Context) => readonly FrozenLevels[]): void =>
  declared.set(context, months);

/** The frozen months, the oldest first: those that are kept now, and older ones from before. From memory. */
export function frozenMonths(context: Context): readonly FrozenLevels[] {
  const now = declared.get(context)?.(context) ?? [];
  const known = new Set(now.map(({ key }) => key));
  const before = context
    .list(RiskFigures)
    .all()
    .filter(({ key }) => !known.has(key));
  return [...before, ...now].sort((one, other) => one.key.localeCompare(other.key));
}

/** The figures of the same month a year ago; those of the oldest month when that was not frozen. */
export function figuresBefore(context: Context): FrozenLevels | undefined {
  const lastYear = monthOf(addMonths(firstOf(todayOf(context.clock)), -12));
  const months = frozenMonths(context);
  return months.find(({ key }) => key === lastYear) ?? months[0];
}
