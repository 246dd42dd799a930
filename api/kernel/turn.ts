import { setImmediate as breath } from 'node:timers/promises';
import { waitingByPerson } from './by-person.ts';
import { notWaitedFor, waitedFor } from './somebody-waits.ts';

/** What may be begun before the network is looked at again, ms. */
const slice = 10;

const waiting = waitingByPerson<() => void>();
let isServing = false;

/**
 * Resolves when it is one's turn to use the processor. Between any two pieces of work that together take ten milliseconds,
 * whoever else asks is heard, however many pieces wait; people take turns, so that somebody who asks for a hundred things
 * at once waits for them, and nobody else does. What nobody waits for has its turn as one person has.
 */
export function turn(): Promise<void> {
  const mine = Promise.withResolvers<void>();
  waiting.add(waitedFor()?.who ?? '', mine.resolve);
  if (!isServing) void notWaitedFor(serve);
  return mine.promise;
}

async function serve(): Promise<void> {
  isServing = true;
  while (!waiting.isEmpty()) {
    await breath();
    const began = performance.now();
    while (!waiting.isEmpty() && performance.now() - began < slice) {
      waiting.next()?.();
      // What was begun goes on until it waits for something itself.
      await new Promise<void>((resolve) => process.nextTick(resolve));
    }
  }
  isServing = false;
}

/** Takes one after the other, and lets whoever else is waiting in between every ten milliseconds. */
export async function inSlices<Item>(items: Iterable<Item>, take: (item: Item) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    take(item);
    if (performance.now() - began < slice) continue;
    await turn();
    began = performance.now();
  }
}
