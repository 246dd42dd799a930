import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addDays, addMonths, localDate, missing, todayOf, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { PlanTesting } from '../contract.ts';
import type { PlanNow } from '../plans/plans.ts';
import { ContingencyTests, type ContingencyTest } from '../test-lists.ts';

export const testPath = (testKey: string): string => `/contingency/tests/${encodeURIComponent(testKey)}`;

/** Days before a test is due from which it is told. */
export const testLead = 60;
/** Months within which a new plan is tested the first time, when it may be longer between two tests. */
const firstTestWithin = 6;

const byPlan = derivation([ContingencyTests], (context): ReadonlyMap<string, readonly Stored<ContingencyTest>[]> => {
  const found = new Map<string, Stored<ContingencyTest>[]>();
  for (const test of context.list(ContingencyTests).all()) {
    const known = found.get(test.planKey);
    if (known) known.push(test);
    else found.set(test.planKey, [test]);
  }
  for (const tests of found.values()) tests.sort((one, other) => whenOf(other).localeCompare(whenOf(one)));
  return found;
});

/** When a test was or is to be. */
const whenOf = ({ startedAt, plannedAt }: Pick<ContingencyTest, 'startedAt' | 'plannedAt'>): string =>
  startedAt ?? plannedAt;
export const heldOnOf = (test: Pick<ContingencyTest, 'startedAt' | 'plannedAt'>): LocalDate =>
  localDate(new Date(whenOf(test)));

/** Tests of a plan, newest first. From memory. */
export const testsOfPlan = (context: Context, planKey: string): readonly Stored<ContingencyTest>[] =>
  byPlan(context).get(planKey) ?? [];

/** Throws AppError `missing`. */
export function testOrThrow(context: Context, testKey: string): Stored<ContingencyTest> {
  const found = context.list(ContingencyTests).get(testKey);
  if (!found) throw missing('contingency.noSuchTest');
  return found;
}

/** The latest that is evaluated: only that counts. */
export const lastTestOf = (context: Context, planKey: string): Stored<ContingencyTest> | undefined =>
  testsOfPlan(context, planKey).find(({ state }) => state === 'closed');

/** The first test of a plan that is planned, runs or waits for its evaluation. */
export const comingTestOf = (context: Context, planKey: string): Stored<ContingencyTest> | undefined =>
  testsOfPlan(context, planKey).findLast(({ state }) => state !== 'closed' && state !== 'cancelled');

/** When a plan in force is to be tested next; undefined for one that is not in force. */
export function nextTestOn(context: Context, { plan, current, versions }: PlanNow): LocalDate | undefined {
  if (!current?.validFrom) return undefined;
  const last = lastTestOf(context, plan.key);
  const { testMonths } = current.version;
  if (last) return addMonths(heldOnOf(last), testMonths);
  // Counted from the first version that was in force: a new version does not put off what nobody has ever tested.
  const first = versions.flatMap(({ validFrom }) => validFrom ?? []).sort()[0] ?? current.validFrom;
  return addMonths(first, Math.min(testMonths, firstTestWithin));
}

/** How the tests of a plan stand today (R6). From memory. */
export function testingOf(context: Context, now: PlanNow): PlanTesting {
  const last = lastTestOf(context, now.plan.key);
  const nextOn = nextTestOn(context, now);
  return {
    standing: standing(),
    ...(last ? { lastOn: heldOnOf(last) } : {}),
    ...(last?.passed === undefined ? {} : { passed: last.passed }),
    ...(last?.recovery === undefined ? {} : { recovery: last.recovery }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };

  function standing(): PlanTesting['standing'] {
    const today = todayOf(context.clock);
    if (nextOn !== undefined && nextOn < today) return 'overdue';
    if (!last) return 'never';
    return nextOn !== undefined && nextOn <= addDays(today, testLead) ? 'due' : 'current';
  }
}
