import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor, CentreId } from '../../kernel/index.ts';
import { mayWritePlan } from '../permissions.ts';
import { planForCentre, restorePlanOf } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import type { Downtime } from '../exercises/test-lists.ts';

/** The plans of a downtime: each affected centre's procedure, and IT's restore plan. Distinct. From memory. */
export function plansOf(
  context: Context,
  { assetKey, centreIds }: { assetKey: string; centreIds: readonly CentreId[] },
): PlanNow[] {
  const restore = restorePlanOf(context, assetKey);
  const local = centreIds.flatMap((centreId) => planForCentre(context, assetKey, centreId) ?? []);
  return [...new Map([...(restore ? [restore] : []), ...local].map((now) => [now.plan.key, now])).values()];
}

/** Those in force the actor edits: a real downtime may count as their test. From memory. */
export function testableBy(
  context: Context,
  actor: Actor,
  downtime: Pick<Downtime, 'assetKey' | 'centreIds'>,
): PlanNow[] {
  const asset = findAsset(context, downtime.assetKey);
  return plansOf(context, downtime).filter(({ plan, current }) => current && mayWritePlan(actor, plan, asset));
}
