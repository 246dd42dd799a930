import { assetRefOf, findAsset } from '../../assets/index.ts';
import type { AssetRef } from '../../assets/contract.ts';
import type { Context } from '../../context.ts';
import type { DuePlan } from '../contract.ts';
import { ContingencyPlans } from '../plans/plan-lists.ts';
import { findPlan } from '../plans/plans.ts';
import { shownVersion } from '../../documents/index.ts';

/** Reference to a plan, also a deleted one. From memory. */
export function refOfPlan(context: Context, planKey: string): Pick<DuePlan, 'key' | 'title' | 'kind'> {
  const now = findPlan(context, planKey);
  const plan = now?.plan ?? context.list(ContingencyPlans).get(planKey);
  const title = (now && shownVersion(now)?.version.title) ?? plan?.title ?? planKey;
  return { key: planKey, title, kind: plan?.kind ?? 'emergencyProcedure' };
}

/** Reference to a system, also a deleted one. From memory. */
export function refOfAsset(context: Context, assetKey: string): AssetRef {
  const asset = findAsset(context, assetKey);
  return asset ? assetRefOf(asset) : { key: assetKey, title: assetKey, kind: 'system' };
}
