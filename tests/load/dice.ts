/** A deterministic generator: linear congruential. */
export function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}
export const one = <Value>(values: readonly Value[], place: number): Value => {
  const found = values[place % values.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
