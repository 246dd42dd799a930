import type { ListChange } from './list-handle.ts';

/** Changes kept for whoever follows; further behind than this and the whole list is read anew. */
const mostKept = 5_000;

/**
 * What has happened to the items of a list, for those who keep something of it by person or subject and would else go
 * through all of it after each change. Kept only from the first question on: most lists are asked as a whole.
 */
export interface ChangeLog<R> {
  note(version: number, change: ListChange<R>): void;
  /** All is another than it was: whoever follows begins anew. */
  beginAnew(version: number): void;
  since(version: number, now: number): readonly ListChange<R>[] | undefined;
}

export function changeLog<R>(): ChangeLog<R> {
  let changes: { version: number; change: ListChange<R> }[] = [];
  /** Everything since this version is kept; undefined while nobody follows. */
  let from: number | undefined;
  return {
    note: (version, change) => {
      if (from === undefined) return;
      changes.push({ version, change });
      if (changes.length <= 2 * mostKept) return;
      from = changes[mostKept - 1]?.version;
      changes = changes.slice(mostKept);
    },
    beginAnew: (version) => {
      if (from !== undefined) from = version;
      changes = [];
    },
    since: (version, now) => {
      from ??= now;
      if (version === now) return [];
      if (version < from) return undefined;
      let first = changes.length;
      while (first > 0 && (changes[first - 1]?.version ?? 0) > version) first -= 1;
      return changes.slice(first).map(({ change }) => change);
    },
  };
}
