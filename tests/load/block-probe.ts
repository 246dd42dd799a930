import { isMainThread } from 'node:worker_threads';
import { z } from 'zod';

/**
 * Loaded into the program that is measured (`node --import`): how long its main thread has answered nobody. Asked over the
 * channel to its parent: `blocks` gives what was found since it was asked last.
 */

export const blocksSeen = z.object({
  /** Longest time between two looks, ms of the clock: other programs on the machine count, too. */
  longest: z.number(),
  /** Most processor time of the main thread between two looks, ms: what it did itself in one go. */
  processor: z.number(),
  /** When that was, µs of the clock that CPU profiles have. */
  at: z.number(),
  /** Processor time of the main thread in all, ms. */
  used: z.number(),
});
export type BlocksSeen = z.output<typeof blocksSeen>;

/** Between two looks, ms. */
const every = 5;

function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function look(): void {
  let [at, spent] = [performance.now(), used()];
  const none: BlocksSeen = { longest: 0, processor: 0, at: 0, used: 0 };
  let seen = none;
  setInterval(() => {
    const [now, more] = [performance.now(), used()];
    const [gap, done] = [Math.max(0, now - at - every), more - spent];
    seen = {
      ...seen,
      longest: Math.max(seen.longest, gap),
      ...(done > seen.processor ? { processor: done, at: Number(process.hrtime.bigint() / 1_000n) } : {}),
      used: seen.used + done,
    };
    [at, spent] = [now, more];
  }, every).unref();
  process.on('message', (asked) => {
    if (asked !== 'blocks') return;
    process.send?.(seen);
    seen = none;
  });
  process.channel?.unref();
}

if (isMainThread && process.send) look();
