/** Numbers in [0, 1), repeatable by seed (mulberry32). */
export interface Random {
  next(): number;
  /** A uniformly random option. */
  pick<T>(options: readonly [T, ...T[]] | readonly T[]): T;
  seed(value: number): void;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const random: Random = {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    pick<T>(options: readonly T[]): T {
      const chosen = options[Math.floor(random.next() * options.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    seed(value) {
      state = value >>> 0;
    },
  };
  return random;
}
