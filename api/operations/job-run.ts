import type { Instant } from '../kernel/index.ts';
import type { JobRun } from './job-run-list.ts';

const minute = 60_000;
/** Delay before a failed or crashed daily job's turn is retried (ms). */
const tryAgainAfter = 15 * minute;
/** Interval at which a frequent job records an unchanged status (ms). */
const noteEvery = 60 * minute;
/** More than clock differences of instances: the desk's clock was set back (ms). */
const clockMoved = 60 * minute;

/** Result of one job run. */
export interface RunResult {
  at: Instant;
  tookMs: number;
  /** Error code; absent on success. */
  problem?: string | undefined;
}

const millis = (moment: Instant | undefined): number => (moment === undefined ? -Infinity : Date.parse(moment));

/**
 * Whether a daily job's turn is due now: not taken, or failed or crashed a quarter of an hour ago. Missed earlier turns
 * are not repeated.
 */
export function isTurnDue(run: JobRun | undefined, turn: Instant, now: Instant): boolean {
  if (run?.turn === undefined || run.turn < turn) return true;
  if (millis(run.turn) > millis(now) + clockMoved) return true;
  const isDone = run.startedAt !== undefined && run.lastOkAt !== undefined && run.lastOkAt >= run.startedAt;
  return !isDone && millis(now) - millis(run.startedAt) >= tryAgainAfter;
}

/** When a failed turn is retried; undefined without one. */
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
