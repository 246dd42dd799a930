import { AsyncLocalStorage } from 'node:async_hooks';

const asKnown = new AsyncLocalStorage<true>();

/**
 * Runs a look that changes nothing: while a list is gone it is read as it was last known. All other work (acts, jobs,
 * sending) is refused such a list, since what follows from old or missing records may be wrong for good.
 */
export const readAsKnown = <Value>(look: () => Value): Value => asKnown.run(true, look);

export const readsAsKnown = (): boolean => asKnown.getStore() === true;
