import { setImmediate as breath } from 'node:timers/promises';
import { waitingByPerson } from './by-person.ts';
import { notWaitedFor, waitedFor } from './somebody-waits.ts';

/** Work per slice before the event loop runs again, ms. */
const slice = 10;

const waiting = waitingByPerson<() => void>();
let isServing = false;

/**
 * Resolves when the caller may use the processor. The event loop runs after every ten milliseconds of work, however
 * many items are queued; people take turns, so that a hundred requests of one person delay only that person. Background
 * work has the turn of one person.
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
      // Started work runs on until its first await.
      await new Promise<void>((resolve) => process.nextTick(resolve));
    }
  }
  isServing = false;
}

/** Processes the items in order and yields to the event loop every ten milliseconds. */
export async function inSlices<Item>(items: Iterable<Item>, take: (item: Item) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    take(item);
    if (performance.now() - began < slice) continue;
    await turn();
    began = performance.now();
  }
}
