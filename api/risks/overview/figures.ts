import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import { addMonths, todayOf, type LocalDate } from '../../kernel/index.ts';
import { RiskFigures, type RiskFigure } from '../risk-lists.ts';

/** A calendar month, `2026-11`. */
export const monthOf = (day: LocalDate): string => day.slice(0, 7);
const firstOf = (day: LocalDate): LocalDate => `${monthOf(day)}-01` as LocalDate;

/** Risk levels at the end of a month. */
export type FrozenLevels = Pick<RiskFigure, 'key' | 'levels' | 'byCentre'>;
const declared = contextPart<(context: Context) => readonly FrozenLevels[]>('risks/figures');

/** Registers the source of frozen months. Called once at start-up; figures are above risks. */
export const declareFrozenLevels = (context: Context, months: (context: Context) => readonly FrozenLevels[]): void =>
  declared.set(context, months);

/** Frozen months, oldest first: current ones and older ones from before. From memory. */
export function frozenMonths(context: Context): readonly FrozenLevels[] {
  const now = declared.get(context)?.(context) ?? [];
  const known = new Set(now.map(({ key }) => key));
  const before = context
    .list(RiskFigures)
    .all()
    .filter(({ key }) => !known.has(key));
  return [...before, ...now].sort((one, other) => one.key.localeCompare(other.key));
}

/** Numbers of the same month a year ago, else of the oldest month. */
export function figuresBefore(context: Context): FrozenLevels | undefined {
  const lastYear = monthOf(addMonths(firstOf(todayOf(context.clock)), -12));
  const months = frozenMonths(context);
  return months.find(({ key }) => key === lastYear) ?? months[0];
}
