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

/** Items sorted without a look at the clock. */
const sortedAtOnce = 500;

/** As `toSorted`, stable too, and yields to the event loop every ten milliseconds. */
export async function sortedInSlices<Item extends object>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  const starts = Array.from({ length: Math.ceil(items.length / sortedAtOnce) }, (_, part) => part * sortedAtOnce);
  let runs: Item[][] = [];
  await inSlices(starts, (from) => void runs.push(items.slice(from, from + sortedAtOnce).sort(compare)));
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const made: Item[] = [];
      await inSlices(merged(runs[at] ?? [], runs[at + 1] ?? [], compare), (item) => void made.push(item));
      longer.push(made);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<Item extends object>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<Item> {
  let at = 0;
  for (const item of one) {
    for (let next = other[at]; next && compare(next, item) < 0; next = other[at]) {
      yield next;
      at += 1;
    }
    yield item;
  }
  yield* other.slice(at);
}
