/** What was asked and what was wrong with the answer. */
export interface Finding {
  what: string;
  problem: string;
  input: string;
}
export interface Counts {
  sent: number;
  done: number;
  refused: number;
  /** Most processor time of one answer on this thread, ms, looked at twice. */
  slowest: number;
}
export const noCounts = (): Counts => ({ sent: 0, done: 0, refused: 0, slowest: 0 });

/** Processor time of this thread that nobody else may wait for, ms. */
export const mostProcessor = 100;

/** Milliseconds of this thread alone: neither waiting nor what other programs do counts. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

export const shown = (input: unknown): string => {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`;
};
