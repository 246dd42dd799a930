/** Work on a thread of its own. */
export { isBusy, ownThread, type ThreadLimits } from './own-thread.ts';
