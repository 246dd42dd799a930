import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { compareText } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { ClosedMonths, type ClosedMonth } from './closed-month-list.ts';
import type { Month } from './history-row.ts';

const byList = derivation([ClosedMonths], (context) => {
  const all = context.list(ClosedMonths).all();
  const ordered = all.toSorted((one, other) => compareText(one.month, other.month) || one.part - other.part);
  return Map.groupBy(ordered, ({ list }) => list);
});

/** Files with months of a list, oldest first. */
export const filesOf = (context: Context, list: string): readonly Stored<ClosedMonth>[] =>
  everyPartOf(context, list).filter(({ expiredAt }) => expiredAt === undefined);

/** The same, including expired files. */
export const everyPartOf = (context: Context, list: string): readonly Stored<ClosedMonth>[] =>
  byList(context).get(list) ?? [];

/** The parts of one month, including deleted ones, in order: for an item in two of them the later is valid. */
export const partsOfMonth = (context: Context, list: string, month: Month): readonly Stored<ClosedMonth>[] =>
  everyPartOf(context, list).filter((file) => file.month === month);

/** The latest closed month of a list; undefined without one. */
export const closedThrough = (context: Context, list: string): Month | undefined =>
  everyPartOf(context, list).at(-1)?.month;

/** Files that are missing or changed. For alarms. */
export function damagedFiles(context: Context): readonly Stored<ClosedMonth>[] {
  const list = context.list(ClosedMonths);
  return list.held() ? [] : list.all().filter(({ problem }) => problem !== undefined);
}
