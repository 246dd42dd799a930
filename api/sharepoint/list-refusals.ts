import { AppError } from '../kernel/index.ts';
import { mayRefuse, type Drift } from './drift.ts';
import { failedAs } from './graph-failure.ts';

/** What a list's settings have refused, until it takes a write again. */
export interface Refusals {
  /**
   * Runs a write. SharePoint's 400 becomes AppError unexpected `sharepoint.listChanged` {list, columns} where the list
   * differs from its declaration so that it may refuse, else `sharepoint.listRefuses` {list}: Graph does not show a
   * list's own formula.
   */
  explained<Value>(list: string, write: () => Promise<Value>): Promise<Value>;
  /** A write was taken. */
  taken(list: string): void;
  /** The code of what is refused now. */
  of(list: string): string | undefined;
}

/** How long an unexplained refusal is shown when nothing is written meanwhile, ms: it may have been of one value. */
const shownFor = 24 * 3_600_000;

/** Writes to a list that fail one after the other before it is said to refuse. */
const mostFailures = 3;

/** `drift` of a list, as last seen. */
export function createRefusals(drift: (list: string) => readonly Drift[]): Refusals {
  const refused = new Map<string, { code: string; at: number }>();
  const failures = new Map<string, number>();
  const inTheWay = (list: string) => [
    ...new Set(
      drift(list)
        .filter(mayRefuse)
        .map(({ column = '' }) => column),
    ),
  ];
  /** Counts writes answered by 500 one after the other: whether they look like a refusal. */
  const failedAgain = (list: string, isExplained: boolean): boolean => {
    const count = (failures.get(list) ?? 0) + 1;
    failures.set(list, count);
    return isExplained || count >= mostFailures;
  };
  return {
    explained: async (list, write) => {
      const before = inTheWay(list);
      try {
        return await write();
      } catch (failure) {
        const now = inTheWay(list);
        // It may have been put back since the refusal.
        const columns = now.length > 0 ? now : before;
        const code = columns.length > 0 ? listChanged : listRefuses;
        const isRefused = failedAs(failure, 'refused');
        // A 500 may pass by itself, or be a formula's: it is thrown as it came.
        if (isRefused || (failedAs(failure, 'failing') && failedAgain(list, columns.length > 0)))
          refused.set(list, { code, at: performance.now() });
        if (!isRefused) throw failure;
        const details = columns.length > 0 ? { list, columns: columns.join(', ') } : { list };
        throw new AppError('unexpected', code, details, failure);
      }
    },
    taken: (list) => {
      refused.delete(list);
      failures.delete(list);
    },
    of: (list) => {
      const found = refused.get(list);
      if (!found) return undefined;
      const isOver = found.code === listChanged ? inTheWay(list).length === 0 : performance.now() - found.at > shownFor;
      if (isOver) refused.delete(list);
      return isOver ? undefined : found.code;
    },
  };
}

const listChanged = 'sharepoint.listChanged';
const listRefuses = 'sharepoint.listRefuses';
