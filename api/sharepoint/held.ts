import { unavailable, type AppError } from '../kernel/index.ts';

/**
 * Why a list or library that was there is not used: somebody deleted it, another of the same name stands in its place,
 * columns went, or most of its items did. Nothing writes to it and nothing is made of it until it is back.
 */
export type Held =
  | { why: 'gone' }
  | { why: 'replaced' }
  | { why: 'columnsGone'; columns: readonly string[] }
  | { why: 'emptied'; items: number; expected: number };

/** AppError unavailable `sharepoint.listGone`, `listReplaced`, `columnsGone` or `listEmptied`, all with {list}. */
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
  }
}

/** Few enough that somebody may well have deleted them one by one. */
const fewLost = 5;

/**
 * Whether most of a list's items are gone: all of them, or more than half and at least five. The program's own removals
 * are taken off what is expected before they are made.
 */
export const isEmptied = (items: number, expected: number): boolean =>
  expected > items && (items === 0 || (expected - items >= fewLost && items * 2 < expected));
