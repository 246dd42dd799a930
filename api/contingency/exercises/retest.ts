import { addDays, addMonths, type LocalDate } from '../../kernel/index.ts';

/**
 * Days to the retest of a plan after a failed test, or a real downtime longer than accepted: what failed is corrected
 * and retested, before the yearly turn (R6; ISO 22301, 8.5 and 10.1).
 */
export const retestWithin = 90;
/** Days to the reassessment of the system after that (R2). */
export const reassessWithin = 30;

/** Decides a plan's next test. */
export interface Tested {
  /** Of the version in force. */
  testMonths: number;
  /** Start of the plan's first version in force. */
  since: LocalDate;
  /** The latest evaluated test. */
  last?: { on: LocalDate; passed: boolean };
  /** Latest end of a downtime longer than accepted. */
  brokenOn?: LocalDate;
}

/** Most months to the first test of a new plan, whatever its interval. */
const firstTestWithin = 6;

/**
 * A plan's next test: after its interval, and sooner when the latest test failed, or the accepted downtime was exceeded
 * since. A later passed test clears both. Pure.
 */
export function nextTestDay({ testMonths, since, last, brokenOn }: Tested): LocalDate {
  // From the first version in force: a new version does not postpone the first test.
  const usual = last ? addMonths(last.on, testMonths) : addMonths(since, Math.min(testMonths, firstTestWithin));
  const failed = last && !last.passed ? [addDays(last.on, retestWithin)] : [];
  const isBrokenSince = brokenOn !== undefined && (last === undefined || brokenOn > last.on);
  const broken = isBrokenSince ? [addDays(brokenOn, retestWithin)] : [];
  return [usual, ...failed, ...broken].sort()[0] ?? usual;
}
