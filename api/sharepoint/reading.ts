import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '../kernel/index.ts';
import { heldCodes } from './held.ts';

/** The lists that the current look has read. */
const looking = new AsyncLocalStorage<Set<string>>();

/**
 * Runs a read-only look that may use the last known state of a held list. All other work (acts, jobs, sending) is
 * refused such a list: results from old or missing records may be permanently wrong. `read` collects the names of the
 * lists that the look depends on, also where it reuses a derived value: that compares their versions.
 */
export const readAsKnown = <Value>(look: () => Value, read = looking.getStore() ?? new Set<string>()): Value =>
  looking.run(read, look);

export const readsAsKnown = (): boolean => looking.getStore() !== undefined;

/** In place of a list: state of the program outside the lists. */
export const outsideLists = '*';

/** Notes reads of one list in the current look. */
export function countsAsRead(list: string): () => void {
  let noted: Set<string> | undefined;
  return () => {
    const read = looking.getStore();
    if (read === noted) return;
    noted = read;
    read?.add(list);
  };
}

/**
 * For a look that can omit a list: its result, or `instead` while the list is held and unknown (it was gone when the
 * program started). The answer's freshness names what is missing. Acts and jobs are still refused.
 */
export function orWhileHeld<Value>(read: () => Value, instead: Value): Value {
  if (!readsAsKnown()) return read();
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof AppError && heldCodes.has(thrown.code)) return instead;
    throw thrown;
  }
}

/** The same for a look that yields between slices. */
export async function orWhileHeldInTurn<Value>(read: () => Value | Promise<Value>, instead: Value): Promise<Value> {
  if (!readsAsKnown()) return read();
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof AppError && heldCodes.has(thrown.code)) return instead;
    throw thrown;
  }
}
