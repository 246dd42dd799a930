import { addDays, addMonths, type LocalDate } from '../../kernel/index.ts';

/**
 * Days within which a plan is tested again after a test that was not passed, or a real downtime that lasted longer than
 * accepted: what did not work is corrected and tried again, and does not wait for the yearly turn (R6; ISO 22301, 8.5 and
 * 10.1).
 */
export const retestWithin = 90;
/** Days within which the system is assessed anew after that (R2). */
export const reassessWithin = 30;

/** What decides when a plan is tested next. */
export interface Tested {
  /** Of the version in force. */
  testMonths: number;
  /** Since when the plan has been in force, in any version. */
  since: LocalDate;
  /** The latest test that is evaluated. */
  last?: { on: LocalDate; passed: boolean };
  /** The latest day on which a downtime ended that lasted longer than accepted. */
  brokenOn?: LocalDate;
}

/** Months within which a new plan is tested the first time, when it may be longer between two tests. */
const firstTestWithin = 6;

/**
 * When a plan is tested next: after its interval, and sooner when the latest test was not passed, or when the accepted
 * downtime has been broken since. A test that was passed afterwards takes back both. Pure.
 */
export function nextTestDay({ testMonths, since, last, brokenOn }: Tested): LocalDate {
  // Counted from the first version that was in force: a new version does not put off what nobody has ever tested.
  const usual = last ? addMonths(last.on, testMonths) : addMonths(since, Math.min(testMonths, firstTestWithin));
  const failed = last && !last.passed ? [addDays(last.on, retestWithin)] : [];
  const isBrokenSince = brokenOn !== undefined && (last === undefined || brokenOn > last.on);
  const broken = isBrokenSince ? [addDays(brokenOn, retestWithin)] : [];
  return [usual, ...failed, ...broken].sort()[0] ?? usual;
}
