import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** A way to a desk that notes when calls to the bot connector arrive. */
export interface CountedArrivals {
  address: string;
  /** Times of the calls so far (ms), ascending. */
  arrivals(): Promise<readonly number[]>;
  close(): Promise<void>;
}

/**
 * Counts in a process of its own: the desk, which also answers pages of 5,000 items, takes what came meanwhile at one
 * moment. `desk` is the address of all its hosts.
 */
export async function countedArrivals(desk: string): Promise<CountedArrivals> {
  const child = fork(join(import.meta.dirname, 'arrivals-process.ts'), [desk]);
  const told = async () => (await once(child, 'message'))[0] as unknown;
  const own = z.number().parse(await told());
  return {
    address: `http://127.0.0.1:${own}`,
    arrivals: async () => {
      const answer = told();
      child.send('arrivals');
      return z.array(z.number()).parse(await answer);
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** The most within any second. */
export function busiestSecond(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [nth, at] of times.entries()) {
    while ((times[first] ?? at) <= at - 1_000) first += 1;
    most = Math.max(most, nth - first + 1);
  }
  return most;
}
