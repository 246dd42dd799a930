import { setImmediate as breath } from 'node:timers/promises';

const used = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const words = Array.from({ length: 4_000 }, (_, place) => `ord ${(place * 7_919) % 4_000} af ${place % 13}`);

/** A fixed piece of the work that the product does: patterns, maps, sorting and JSON. */
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

/** Milliseconds that the fixed work takes on the machine for which the tests' limits were chosen. */
const usualMilliseconds = 32;

/**
 * How many times slower this processor is, at this moment, than the one for which the tests' limits were chosen: two programs
 * that share a core halve its speed, and processor time grows with that as the clock does. At least 1.
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
 * What the work gives, and the milliseconds of processor time that it takes on this thread, as on the machine for which the
 * tests' limits were chosen: neither a machine that does other things too nor a slower one stretches them. How long things
 * take for people is measured by `npm run bench`.
 */
export function onProcessor<Value>(work: () => Value): { value: Value; milliseconds: number } {
  const before = used();
  const value = work();
  return { value, milliseconds: (used() - before) / slowness() };
}

/**
 * The most milliseconds of processor time of this thread between two looks at the network while the work is done, as on the
 * machine for which the tests' limits were chosen: as long as that nobody else is heard. What is done in turns may take much
 * more in all.
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
