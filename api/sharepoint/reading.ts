import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '../kernel/index.ts';
import { heldCodes } from './held.ts';

const asKnown = new AsyncLocalStorage<true>();

/**
 * Runs a look that changes nothing: while a list is gone it is read as it was last known. All other work (acts, jobs,
 * sending) is refused such a list, since what follows from old or missing records may be wrong for good.
 */
export const readAsKnown = <Value>(look: () => Value): Value => asKnown.run(true, look);

export const readsAsKnown = (): boolean => asKnown.getStore() === true;

/**
 * For a look that can do without a list: what is read, or `instead` while the list is held and nothing is known of it (it was
 * gone when the program started). The answer's freshness names what is missing. Acts and jobs are refused as ever.
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

/** The same of a look that lets others in between. */
export async function orWhileHeldInTurn<Value>(read: () => Value | Promise<Value>, instead: Value): Promise<Value> {
  if (!readsAsKnown()) return read();
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof AppError && heldCodes.has(thrown.code)) return instead;
    throw thrown;
  }
}
