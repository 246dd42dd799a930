import { isMainThread } from 'node:worker_threads';
import { z } from 'zod';

/**
 * Loaded into the measured program (`node --import`): blocking of its main thread. Queried over the channel to its
 * parent: `blocks` returns the findings since the last query.
 */

export const blocksSeen = z.object({
  /** Longest gap between two checks, ms of the clock: includes other programs. */
  longest: z.number(),
  /** Most processor time of the main thread between two checks, ms: its longest block. */
  processor: z.number(),
  /** Its time, µs of the CPU profile's clock. */
  at: z.number(),
  /** Total processor time of the main thread, ms. */
  used: z.number(),
});
export type BlocksSeen = z.output<typeof blocksSeen>;

/** Check interval, ms. */
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
