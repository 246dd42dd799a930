import type { ListChange } from './list-handle.ts';

/** Changes retained for followers; a follower further behind re-reads the whole list. */
const mostKept = 5_000;

/**
 * Recent changes to a list's items, for indexes by person or subject that would otherwise be rebuilt from the whole
 * list. Recorded from the first question on: most lists are only read as a whole.
 */
export interface ChangeLog<R> {
  note(version: number, change: ListChange<R>): void;
  /** Invalidates every version: followers re-read the list. */
  beginAnew(version: number): void;
  since(version: number, now: number): readonly ListChange<R>[] | undefined;
}

export function changeLog<R>(): ChangeLog<R> {
  let changes: { version: number; change: ListChange<R> }[] = [];
  /** Changes are recorded since this version; undefined without followers. */
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
