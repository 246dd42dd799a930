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
  /** Most processor time in which this thread heard nobody else, ms; a long one is looked at twice. */
  slowest: number;
  /** Why inputs were refused, by code. */
  codes: Record<string, number>;
}
export const noCounts = (): Counts => ({ sent: 0, done: 0, refused: 0, slowest: 0, codes: {} });

export function addCounts(all: Counts, more: Counts): void {
  all.sent += more.sent;
  all.done += more.done;
  all.refused += more.refused;
  all.slowest = Math.max(all.slowest, more.slowest);
  for (const [code, count] of Object.entries(more.codes)) all.codes[code] = (all.codes[code] ?? 0) + count;
}

export function countCode(counts: Counts, code: string): void {
  counts.codes[code] = (counts.codes[code] ?? 0) + 1;
}

/** The reasons that were given most often. */
export const usualCodes = ({ codes }: Counts): string =>
  Object.entries(codes)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');

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
