/** Work on worker threads. */
export { isBusy, ownThread, type ThreadLimits } from './own-thread.ts';
