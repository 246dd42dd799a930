import { setImmediate as breath } from 'node:timers/promises';

/**
 * What the work gives, and the milliseconds of processor time that it takes on this thread: a machine that does other things too
 * does not stretch them, as it does a time by the clock. How long things take for people is measured by `npm run bench`.
 */
export function onProcessor<Value>(work: () => Value): { value: Value; milliseconds: number } {
  const before = process.threadCpuUsage();
  const value = work();
  const { user, system } = process.threadCpuUsage(before);
  return { value, milliseconds: (user + system) / 1_000 };
}

/**
 * The most milliseconds of processor time of this thread between two looks at the network while the work is done: as long
 * as that nobody else is heard. What is done in turns may take much more in all.
 */
export async function longestGo<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const used = () => process.threadCpuUsage();
  let [longest, isOver, before] = [0, false, used()];
  const looking = (async () => {
    while (!isOver) {
      await breath();
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1_000);
      before = used();
    }
  })();
  const value = await work().finally(() => {
    isOver = true;
  });
  await looking;
  return { value, milliseconds: longest };
}
