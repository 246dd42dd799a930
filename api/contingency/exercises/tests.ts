import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addDays, localDate, missing, todayOf, type LocalDate } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { PlanTesting } from '../contract.ts';
import { isAssetInUse } from '../plans/lacks.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { ContingencyTests, Downtimes, type ContingencyTest, type Downtime } from './test-lists.ts';
import { nextTestDay } from './retest.ts';

export const testPath = (testKey: string): string => `/contingency/tests/${encodeURIComponent(testKey)}`;

/** Lead time in days of a test's obligation. */
export const testLead = 60;

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

/** Actual or planned start. */
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

/** The latest evaluated test: only that counts. */
export const lastTestOf = (context: Context, planKey: string): Stored<ContingencyTest> | undefined =>
  testsOfPlan(context, planKey).find(({ state }) => state === 'closed');

/** A plan's first test that is planned, running or not yet evaluated. */
export const comingTestOf = (context: Context, planKey: string): Stored<ContingencyTest> | undefined =>
  testsOfPlan(context, planKey).findLast(({ state }) => state !== 'closed' && state !== 'cancelled');

/** Ends of downtimes longer than accepted by system, with the affected centres. */
const brokenByAsset = derivation([Downtimes], (context): ReadonlyMap<string, readonly Stored<Downtime>[]> =>
  Map.groupBy(
    context
      .list(Downtimes)
      .all()
      .filter(({ state, kept }) => state === 'closed' && kept === false),
    ({ assetKey }) => assetKey,
  ),
);

/** Latest day the accepted downtime was exceeded within a plan's scope: its own centres, or anywhere. */
function brokenOnOf(context: Context, { plan, current }: PlanNow): LocalDate | undefined {
  const centres: readonly string[] = current?.version.centreIds ?? [];
  return (brokenByAsset(context).get(plan.assetKey) ?? [])
    .filter(({ centreIds }) => centres.length === 0 || centreIds.some((centreId) => centres.includes(centreId)))
    .flatMap(({ endedAt }) => (endedAt === undefined ? [] : [localDate(endedAt)]))
    .sort()
    .at(-1);
}

/** Next test of a plan in force of a system in use; undefined for others. */
export function nextTestOn(context: Context, now: PlanNow): LocalDate | undefined {
  const { plan, current, versions } = now;
  if (!current?.validFrom || !isAssetInUse(context, plan)) return undefined;
  const last = lastTestOf(context, plan.key);
  const brokenOn = brokenOnOf(context, now);
  return nextTestDay({
    testMonths: current.version.testMonths,
    since: versions.flatMap(({ validFrom }) => validFrom ?? []).sort()[0] ?? current.validFrom,
    ...(last ? { last: { on: heldOnOf(last), passed: last.passed !== false } } : {}),
    ...(brokenOn === undefined ? {} : { brokenOn }),
  });
}

/** Current testing status of a plan (R6). From memory. */
export function testingOf(context: Context, now: PlanNow): PlanTesting {
  const last = lastTestOf(context, now.plan.key);
  const nextOn = nextTestOn(context, now);
  return {
    status: status(),
    ...(last ? { lastOn: heldOnOf(last) } : {}),
    ...(last?.passed === undefined ? {} : { passed: last.passed }),
    ...(last?.recovery === undefined ? {} : { recovery: last.recovery }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };

  function status(): PlanTesting['status'] {
    const today = todayOf(context.clock);
    if (nextOn !== undefined && nextOn < today) return 'overdue';
    if (!last) return 'never';
    return nextOn !== undefined && nextOn <= addDays(today, testLead) ? 'due' : 'current';
  }
}
