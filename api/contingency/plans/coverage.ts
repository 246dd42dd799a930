import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { isVital } from '../../critical-services/index.ts';
import type { CentreId } from '../../kernel/index.ts';
import type { coverageStates } from '../contract.ts';
import { centresUsing } from '../users.ts';
import { planForCentre, restorePlanOf } from './plans.ts';
import type { PlanNow } from './plan-lists.ts';

type CoverageState = (typeof coverageStates)[number];

/** Coverage of a system in one place. */
export interface Covered {
  state: CoverageState;
  now?: PlanNow;
  /** Several centres share the plan. */
  shared: boolean;
}

/** A plan's state for its users. */
export function stateOfPlan(now: PlanNow | undefined): CoverageState {
  if (!now) return 'missing';
  if (now.current) return now.current.state === 'expired' ? 'expired' : 'valid';
  return now.coming?.state === 'waiting' ? 'waiting' : 'draft';
}
/** There is a plan in force, also when its review is overdue. */
export const isCovered = (state: CoverageState): boolean => state === 'valid' || state === 'expired';

/**
 * A centre's coverage of a system (R5): the own emergency procedure or a shared one; `notUsed` for a centre that does
 * not work with the system. From memory.
 */
export function coverageStateOf(context: Context, assetKey: string, centreId: CentreId): Covered {
  if (!centresUsing(context)(assetKey).has(centreId)) return { state: 'notUsed', shared: false };
  const now = planForCentre(context, assetKey, centreId);
  if (!now) return { state: 'missing', shared: false };
  const ids = (now.current ?? now.coming ?? now.versions[0])?.version.centreIds ?? [];
  return { state: stateOfPlan(now), now, shared: ids.length !== 1 };
}

/** IT's restore plan of a vital system; a work process is not restored, so it needs none. From memory. */
export function restoreStateOf(context: Context, assetKey: string): Covered {
  const now = restorePlanOf(context, assetKey);
  const isNeeded = findAsset(context, assetKey)?.kind === 'system' && isVital(context, assetKey);
  if (!now && !isNeeded) return { state: 'notUsed', shared: false };
  return { state: stateOfPlan(now), ...(now ? { now } : {}), shared: false };
}
