import { availableParallelism } from 'node:os';
import { unavailable, waitedFor, waitingByPerson } from '../kernel/index.ts';

/** Concurrent tasks, of all kinds: each may take hundreds of megabytes. */
export const mostAtOnce = Math.max(2, availableParallelism() - 1);
/** One person's queued and running tasks; further ones must be retried. */
const mostOfOne = 8;

let inside = 0;
const ofOne = new Map<string, number>();
const waiting = waitingByPerson<() => void>();

/**
 * Runs the work when there is a place; people take turns. Throws AppError unavailable `threads.busy` above the person's
 * limit. Background work is never refused.
 */
export async function inPlace<Output>(work: () => Promise<Output>): Promise<Output> {
  const who = waitedFor()?.who ?? '';
  const own = ofOne.get(who) ?? 0;
  if (who !== '' && own >= mostOfOne) throw unavailable('threads.busy');
  ofOne.set(who, own + 1);
  try {
    if (inside < mostAtOnce) inside += 1;
    else await comeIn(who);
    return await work().finally(leave);
  } finally {
    const left = (ofOne.get(who) ?? 1) - 1;
    if (left > 0) ofOne.set(who, left);
    else ofOne.delete(who);
  }
}

function comeIn(who: string): Promise<void> {
  const mine = Promise.withResolvers<void>();
  waiting.add(who, mine.resolve);
  return mine.promise;
}

/** Passes the place directly to the next: no other can take it. */
function leave(): void {
  const next = waiting.next();
  if (next) next();
  else inside -= 1;
}
