import { availableParallelism } from 'node:os';
import { unavailable, waitedFor, waitingByPerson } from '../kernel/index.ts';

/** Pieces of work at a time, of all kinds together: each may take hundreds of megabytes. */
export const mostAtOnce = Math.max(2, availableParallelism() - 1);
/** Pieces of work of one person that wait or are being done; who asks for more is told to try again. */
const mostOfOne = 8;

let inside = 0;
const ofOne = new Map<string, number>();
const waiting = waitingByPerson<() => void>();

/**
 * Does the work when there is a place for it; people take turns. Throws AppError unavailable `threads.busy` when the person
 * has as much waiting already as one may have. What nobody waits for always waits its turn.
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

/** Whoever is next takes the place; nobody else can come in between. */
function leave(): void {
  const next = waiting.next();
  if (next) next();
  else inside -= 1;
}
