import { unavailable, type AppError } from '../kernel/index.ts';

/**
 * Why an existing list or library is not used: it was deleted, replaced by another of the same name, lost columns, or
 * lost most of its items (a ledger: one item). It is neither written to nor derived from until it is restored.
 */
export type Held =
  | { why: 'gone' }
  | { why: 'replaced' }
  | { why: 'columnsGone'; columns: readonly string[] }
  | { why: 'emptied'; items: number; expected: number }
  /** A list with `everyItemCounts`. */
  | { why: 'fewer'; items: number; expected: number };

/** Error codes of a held list. */
export const heldCodes: ReadonlySet<string> = new Set(
  ['listGone', 'listReplaced', 'columnsGone', 'listEmptied', 'itemsGone'].map((code) => `sharepoint.${code}`),
);

/**
 * AppError unavailable `sharepoint.listGone`, `listReplaced`, `columnsGone`, `listEmptied` or `itemsGone`, all with
 * {list}.
 */
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

/** Few enough to have been deleted by hand. */
const fewLost = 5;

/**
 * What a list has lost. Most: all of its items, or more than half and at least five. With `everyItemCounts` one is
 * enough. The program's own removals are subtracted from the expected count beforehand.
 */
export function lossHeld(items: number, expected: number, everyItemCounts: boolean): Held | undefined {
  if (expected <= items) return undefined;
  if (items === 0 || (expected - items >= fewLost && items * 2 < expected)) return { why: 'emptied', items, expected };
  return everyItemCounts ? { why: 'fewer', items, expected } : undefined;
}

/** Parts of a list's status, absent where there is nothing to say. */
export const heldIn = (held: Held | undefined): { held?: Held } => (held ? { held } : {});
export const problemIn = (problem: string | undefined): { problem?: string } =>
  problem === undefined ? {} : { problem };
