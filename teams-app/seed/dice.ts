import { createHash } from 'node:crypto';
import { createRandom } from '../emulator/random.ts';

/** Chance that repeats: the same name always throws the same dice. */
export interface Dice {
  /** [0, 1) */
  next(): number;
  pick<T>(options: readonly T[]): T;
  /** Favours the first options. */
  pickEarly<T>(options: readonly T[]): T;
  whole(from: number, to: number): number;
}

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();

export function dice(name: string): Dice {
  const random = createRandom(hashOf(name).readUInt32LE(0));
  const at = <T>(options: readonly T[], place: number): T => {
    const chosen = options[Math.floor(place * options.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  };
  return {
    next: () => random.next(),
    pick: (options) => at(options, random.next()),
    pickEarly: (options) => at(options, random.next() ** 1.9),
    whole: (from, to) => from + Math.floor(random.next() * (to - from + 1)),
  };
}

/** A deterministic GUID for a name. */
export function guid(name: string): string {
  const hex = hashOf(name).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
