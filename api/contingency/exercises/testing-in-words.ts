import type { PlanTesting } from '../contract.ts';

export type TestingLook = PlanTesting['standing'] | 'failed';

/** A failed test is shown until the next one, unless that is overdue. Pure. */
export const testingLook = ({ standing, passed }: PlanTesting): TestingLook =>
  passed === false && standing !== 'overdue' ? 'failed' : standing;

/** `Afprøvet`, `Ikke bestået`, `Over tiden`. */
export const testingInWords = (t: (key: `contingency.testStanding.${TestingLook}`) => string, testing: PlanTesting) =>
  t(`contingency.testStanding.${testingLook(testing)}`);
