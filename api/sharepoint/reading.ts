import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '../kernel/index.ts';
import { heldCodes } from './held.ts';

const asKnown = new AsyncLocalStorage<true>();

/**
 * Runs a read-only look that may use the last known state of a held list. All other work (acts, jobs, sending) is
 * refused such a list: results from old or missing records may be permanently wrong.
 */
export const readAsKnown = <Value>(look: () => Value): Value => asKnown.run(true, look);

export const readsAsKnown = (): boolean => asKnown.getStore() === true;

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
