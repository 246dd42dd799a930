/** Milliseconds of each answer: on the clock, and of processor time, which other load does not increase. */
export interface Took {
  clock: number[];
  processor: number[];
}
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Duration of each of a number of answers, after a fifth as many to warm up; `before` runs untimed before each, to
 * invalidate it.
 */
export async function timed(
  answers: number,
  answer: (turn: number) => unknown,
  before: (turn: number) => Promise<void> = async () => {},
): Promise<Took> {
  const took: Took = { clock: [], processor: [] };
  const warming = Math.round(answers / 5);
  for (let turn = 0; turn < warming + answers; turn += 1) {
    await before(turn);
    const began = { clock: performance.now(), processor: processorMs() };
    answer(turn);
    if (turn < warming) continue;
    took.processor.push(processorMs() - began.processor);
    took.clock.push(performance.now() - began.clock);
  }
  return took;
}
