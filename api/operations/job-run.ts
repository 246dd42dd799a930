import type { Instant } from '../kernel/index.ts';
import type { JobRun } from './job-run-list.ts';

const minute = 60_000;
/** How long a daily job that failed, or whose program died, waits before somebody tries its turn again (ms). */
export const tryAgainAfter = 15 * minute;
/** How often a job with a rhythm in seconds writes down that all is as before (ms). */
const noteEvery = 60 * minute;
/** Further ahead than clocks of instances differ: somebody has set the desk's clock back (ms). */
const clockMoved = 60 * minute;

/** How one run of a job went. */
export interface RunResult {
  at: Instant;
  tookMs: number;
  /** Error code; absent when it went well. */
  problem?: string | undefined;
}

const millis = (moment: Instant | undefined): number => (moment === undefined ? -Infinity : Date.parse(moment));

/**
 * Whether the turn of a daily job is to be taken at this moment: nobody took it, or whoever did failed or died a
 * quarter of an hour ago. Earlier turns that were missed are not made up for one by one.
 */
export function isTurnDue(run: JobRun | undefined, turn: Instant, now: Instant): boolean {
  if (run?.turn === undefined || run.turn < turn) return true;
  if (millis(run.turn) > millis(now) + clockMoved) return true;
  const isDone = run.startedAt !== undefined && run.lastOkAt !== undefined && run.lastOkAt >= run.startedAt;
  return !isDone && millis(now) - millis(run.startedAt) >= tryAgainAfter;
}

/** When a failed turn is tried again; undefined when there is nothing to try again. */
export function triedAgainAt(run: JobRun | undefined): Instant | undefined {
  if (run?.problem === undefined || run.startedAt === undefined) return undefined;
  return new Date(millis(run.startedAt) + tryAgainAfter).toISOString() as Instant;
}

/** Whether a run is worth its two resource units: the problem changed, or the latest note is an hour old. */
export function isNoteDue(problemBefore: string | undefined, notedAt: Instant | undefined, run: RunResult): boolean {
  if (problemBefore !== run.problem) return true;
  const since = millis(run.at) - millis(notedAt);
  return since >= noteEvery || since < -clockMoved;
}
