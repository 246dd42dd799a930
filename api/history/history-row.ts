import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { addDays, inSlices, todayOf, type LocalDate } from '../kernel/index.ts';
import { codecOf, type ListDefinition, type Stored } from '../sharepoint/index.ts';
import type { HistoryItem } from './month-format.ts';

/** `2026-11`; `2026` for a list with few additions, so that a year is a few files. */
export type Month = string;
export const monthOf = (moment: string): Month => moment.slice(0, 7);
export const yearOf = (moment: string): Month => moment.slice(0, 4);

/** How one list becomes history: a row of the table in `teams-app/jobs/history-table.ts`. */
export interface HistoryRowGiven<R extends { key: string }> {
  list: ListDefinition<R>;
  /** Days the rules look back from today. */
  lookBack(context: Context): number;
  /**
   * A record's month; undefined while a rule may still need it. Created once for the whole list. Must be stable for an
   * unchanged record.
   */
  monthOf(context: Context): (record: Stored<R>) => Month | undefined;
  /** The item id that followers of the list have reached; later items stay. */
  reached?(context: Context): number;
  /** Writes what a complete month must contain, such as acts left out by a crash. */
  settle?(context: Context): Promise<void>;
  /** Sort keys that place related records together in a file. Default: the list's order. */
  together?(record: Stored<R>): Together;
  /** The record as stored in the file: without names, since files are never rewritten. */
  inFile?(record: Stored<R>): Stored<R>;
  /** Saves what outlives a part of a month, such as totals. Before any removal; may be repeated. */
  leave?(context: Context, records: readonly Stored<R>[], part: number): Promise<void>;
}
/** `group` before `within`. */
export interface Together {
  group: string;
  within: string;
}

export interface HistoryRow {
  readonly list: string;
  /** Items to close by month, oldest first. */
  due(context: Context): Promise<Map<Month, readonly Leaving[]>>;
  settle(context: Context): Promise<void>;
  leave(context: Context, items: readonly Leaving[], part: number): Promise<void>;
  /** Removes an item unless it differs from the file. Returns whether it is gone. 2 resource units. */
  remove(context: Context, item: Pick<HistoryItem, 'id' | 'etag'>): Promise<boolean>;
}
/** An item that leaves the list. */
export interface Leaving {
  id: string;
  key: string;
  together?: Together;
  /** As the file holds it. */
  item(): HistoryItem;
}

export function historyRow<R extends { key: string }>(given: HistoryRowGiven<R>): HistoryRow {
  const { list, reached = () => Infinity } = given;
  const codec = codecOf(list);
  const itemOf = (record: Stored<R>): HistoryItem => {
    const { item, ...fields } = given.inFile?.(record) ?? record;
    return { ...item, fields: withoutNulls(codec.encode(fields as unknown as R)) };
  };
  return {
    list: list.name,
    due: async (context) => {
      const from = liveFrom(context, given.lookBack(context));
      const last = reached(context);
      const monthFor = given.monthOf(context);
      const months = new Map<Month, Leaving[]>();
      await inSlices(context.list(list).all(), (record) => {
        const month = monthFor(record);
        if (month === undefined || !isOver(month, from) || Number(record.item.id) > last) return;
        const leaving: Leaving = {
          id: record.item.id,
          key: record.key,
          item: () => itemOf(record),
          ...(given.together ? { together: given.together(record) } : {}),
        };
        const known = months.get(month);
        if (known) known.push(leaving);
        else months.set(month, [leaving]);
      });
      return new Map([...months].sort(([one], [other]) => (one < other ? -1 : 1)));
    },
    settle: async (context) => given.settle?.(context),
    leave: async (context, items, part) => {
      const records = items.flatMap(({ key }) => context.list(list).get(key) ?? []);
      await given.leave?.(context, records, part);
    },
    remove: (context, item) => context.list(list).removeUnchanged(item, 'background'),
  };
}

/** The first day whose month stays: the setting cannot go below what the rules need. */
export const liveFrom = (context: Context, lookBack: number): LocalDate =>
  addDays(todayOf(context.clock), -Math.max(lookBack, context.organisation.historyLiveDays ?? 0));

/** Whether all days of a month or year precede a day. */
const isOver = (month: Month, day: LocalDate): boolean => month < day.slice(0, month.length);

const withoutNulls = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const declared = contextPart<readonly HistoryRow[]>('history/historyRow');
/** Declares the lists that become history. Called once at start-up. */
export const declareHistory = (context: Context, rows: readonly HistoryRow[]): void => declared.set(context, rows);
export const historyRows = (context: Context): readonly HistoryRow[] => declared.get(context) ?? [];
