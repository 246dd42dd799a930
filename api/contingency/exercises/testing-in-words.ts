import type { PlanTesting } from '../contract.ts';

export type TestingLook = PlanTesting['status'] | 'failed';

/** A failed test is shown until the next one, unless that is overdue. Pure. */
export const testingLook = ({ status, passed }: PlanTesting): TestingLook =>
  passed === false && status !== 'overdue' ? 'failed' : status;

/** `Afprøvet`, `Ikke bestået`, `Over tiden`. */
export const testingInWords = (t: (key: `contingency.testStanding.${TestingLook}`) => string, testing: PlanTesting) =>
  t(`contingency.testStanding.${testingLook(testing)}`);
