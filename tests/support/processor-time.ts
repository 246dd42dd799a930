import { setImmediate as breath } from 'node:timers/promises';

const used = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const words = Array.from({ length: 4_000 }, (_, place) => `ord ${(place * 7_919) % 4_000} af ${place % 13}`);

/** A fixed workload typical of the product: patterns, maps, sorting and JSON. */
function fixedWork(): void {
  for (let time = 0; time < 8; time += 1) {
    const groups = new Map<string, string[]>();
    for (const word of words) {
      const group = word.replace(/\d+/g, (digits) => String(Number(digits) % 97));
      groups.set(group, [...(groups.get(group) ?? []).slice(-20), word]);
    }
    JSON.stringify([...groups].sort(([one], [other]) => one.localeCompare(other)));
  }
}

/** Milliseconds of the fixed workload on the reference machine of the tests' limits. */
const usualMilliseconds = 32;

/**
 * How many times slower this processor is now than the reference of the tests' limits: programs that share a core halve
 * its speed, and processor time grows accordingly. At least 1.
 */
export function slowness(): number {
  const times = [1, 2, 3].map(() => {
    const before = used();
    fixedWork();
    return used() - before;
  });
  return Math.max(1, Math.min(...times) / usualMilliseconds);
}

/**
 * The work's result, and its processor time on this thread in milliseconds, scaled to the reference machine of the
 * tests' limits: independent of load and machine speed. `npm run bench` measures real durations.
 */
export function onProcessor<Value>(work: () => Value): { value: Value; milliseconds: number } {
  const before = used();
  const value = work();
  return { value, milliseconds: (used() - before) / slowness() };
}

/**
 * Longest processor time of this thread between two runs of the event loop during the work, in milliseconds, scaled to
 * the reference machine of the tests' limits: others are blocked that long. Work in slices may take much more in all.
 */
export async function longestGo<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  let [longest, isOver, before] = [0, false, used()];
  const looking = (async () => {
    while (!isOver) {
      await breath();
      longest = Math.max(longest, used() - before);
      before = used();
    }
  })();
  const value = await work().finally(() => {
    isOver = true;
  });
  await looking;
  return { value, milliseconds: longest / slowness() };
}
