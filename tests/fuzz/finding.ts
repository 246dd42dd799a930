/** A request, and what was wrong with its answer. */
export interface Finding {
  what: string;
  problem: string;
  input: string;
}

const ofProcessor = ' ms of processor';
export const tooSlow = (milliseconds: number): string => `${Math.round(milliseconds)}${ofProcessor}`;
/** Judged by `npm run fuzz`, not by tests. */
export const isTooSlow = ({ problem }: Finding): boolean => problem.endsWith(ofProcessor);
export interface Counts {
  sent: number;
  done: number;
  refused: number;
  /** Most processor time that blocks this thread, ms; a long one is measured twice. */
  slowest: number;
  /** Refusals, by code. */
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

/** The most frequent codes. */
export const usualCodes = ({ codes }: Counts): string =>
  Object.entries(codes)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');

/** Most processor time that may block this thread, ms. */
export const mostProcessor = 100;

/** Milliseconds of this thread alone: without waiting and other programs. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

export const shown = (input: unknown): string => {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length} characters)`;
};
