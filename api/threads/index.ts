/** Work on worker threads. */
export { isBusy, ownThread } from './own-thread.ts';
