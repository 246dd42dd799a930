/** Work on a thread of its own. */
export { ownThread, type ThreadLimits } from './own-thread.ts';
