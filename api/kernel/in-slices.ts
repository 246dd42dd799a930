import { setImmediate as breath } from 'node:timers/promises';

/** Longest time in which nobody else is answered (ms). */
const slice = 10;

/** Takes one after the other, and lets whoever else is waiting in between every ten milliseconds. */
export async function inSlices<Item>(items: Iterable<Item>, take: (item: Item) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    take(item);
    if (performance.now() - began < slice) continue;
    await breath();
    began = performance.now();
  }
}
