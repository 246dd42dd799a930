import { setTimeout as pause } from 'node:timers/promises';

/** Runs the work concurrently until the items or the time are used up. Returns each duration, ms. */
export async function crowd<Item>(
  workers: number,
  items: Iterator<Item>,
  work: (item: Item) => Promise<void>,
  forMs = Infinity,
): Promise<number[]> {
  const took: number[] = [];
  const end = performance.now() + forMs;
  const worker = async () => {
    while (performance.now() < end) {
      const next = items.next();
      if (next.done) return;
      const began = performance.now();
      await work(next.value);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return took;
}

/** Starts the work at a fixed rate, regardless of unfinished ones: people do not wait for each other. */
export async function atRate<Item>(
  perSecond: number,
  items: Iterator<Item>,
  work: (item: Item) => Promise<void>,
  forMs: number,
): Promise<number[]> {
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let count = 0; performance.now() - began < forMs; count += 1) {
    const next = items.next();
    if (next.done) break;
    const due = began + (count * 1000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    running.push(
      work(next.value).then(() => {
        // From its due time: a delayed generator must not improve the result.
        took.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return took;
}

export function* forever<Item>(item: Item): Generator<Item> {
  for (;;) yield item;
}
