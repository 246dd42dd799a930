import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { Assets } from '../../assets/index.ts';
import { derivation } from '../../derivation.ts';
import { todayOf } from '../../kernel/index.ts';
import { hasLeft, People } from '../../organisation/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../plans/plan-lists.ts';
import { partsOf } from '../plans/plan-people.ts';
import { plansByAsset } from '../plans/plans.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { ContingencyTests, Downtimes } from '../exercises/test-lists.ts';
import { lastTestOf, testingOf, testsOfPlan } from '../exercises/tests.ts';
import type { PlanFact } from './plan-facts.ts';

/** Lists about plans. */
export const planLists = [
  ContingencyPlans,
  ContingencyPlanVersions,
  ApprovalRequests,
  ContingencyTests,
  Downtimes,
  People,
  Assets,
] as const;

/** Known people named in a version, cached. */
const named = new WeakMap<PlanVersionNow['version'], readonly string[]>();
function namedIn(version: PlanVersionNow['version']): readonly string[] {
  const known = named.get(version) ?? partsOf(version.content).map(({ personId }) => personId);
  named.set(version, known);
  return known;
}

function planFact(context: Context, now: PlanNow): PlanFact {
  if (!now.current) return { now, left: false };
  const last = lastTestOf(context, now.plan.key);
  const open = testsOfPlan(context, now.plan.key).find(({ state }) => state !== 'closed' && state !== 'cancelled');
  return {
    now,
    testing: testingOf(context, now),
    left: namedIn(now.current.version).some((personId) => hasLeft(context, personId)),
    ...(last ? { lastTestKey: last.key } : {}),
    ...(open ? { openTestKey: open.key } : {}),
  };
}

/** The plans of each asset with their tests and people. Recomputed when one changes, or the day. */
export const knownPlans = derivation(
  planLists,
  (context): ReadonlyMap<string, readonly PlanFact[]> =>
    new Map(
      [...plansByAsset(context)].map(([assetKey, plans]) => [assetKey, plans.map((now) => planFact(context, now))]),
    ),
  (context) => todayOf(context.clock),
);
