import { unavailable, type AppError } from '../kernel/index.ts';

/**
 * Why a list or library that was there is not used: somebody deleted it, another of the same name stands in its place,
 * columns went, or most of its items did (of a ledger: one of them). Nothing writes to it and nothing is made of it until it is back.
 */
export type Held =
  | { why: 'gone' }
  | { why: 'replaced' }
  | { why: 'columnsGone'; columns: readonly string[] }
  | { why: 'emptied'; items: number; expected: number }
  /** Of a list of which every item counts. */
  | { why: 'fewer'; items: number; expected: number };

/** Codes of what is refused since a list is held. */
export const heldCodes: ReadonlySet<string> = new Set(
  ['listGone', 'listReplaced', 'columnsGone', 'listEmptied', 'itemsGone'].map((code) => `sharepoint.${code}`),
);

/** AppError unavailable `sharepoint.listGone`, `listReplaced`, `columnsGone`, `listEmptied` or `itemsGone`, all with {list}. */
export function heldError(list: string, held: Held): AppError {
  switch (held.why) {
    case 'gone':
      return unavailable('sharepoint.listGone', { list });
    case 'replaced':
      return unavailable('sharepoint.listReplaced', { list });
    case 'columnsGone':
      return unavailable('sharepoint.columnsGone', { list, columns: held.columns.join(', ') });
    case 'emptied':
      return unavailable('sharepoint.listEmptied', { list, items: held.items, expected: held.expected });
    case 'fewer':
      return unavailable('sharepoint.itemsGone', { list, count: held.expected - held.items });
  }
}

/** Few enough that somebody may well have deleted them one by one. */
const fewLost = 5;

/**
 * What of a list is lost. Most: all of its items, or more than half and at least five. Of a list of which every item counts
 * one is enough. The program's own removals are taken off what is expected before they are made.
 */
export function lossOf(items: number, expected: number, everyItemCounts: boolean): Held | undefined {
  if (expected <= items) return undefined;
  if (items === 0 || (expected - items >= fewLost && items * 2 < expected)) return { why: 'emptied', items, expected };
  return everyItemCounts ? { why: 'fewer', items, expected } : undefined;
}
