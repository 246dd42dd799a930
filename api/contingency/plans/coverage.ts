import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { isVital } from '../../critical-services/index.ts';
import type { CentreId } from '../../kernel/index.ts';
import type { coverageStates } from '../contract.ts';
import { centresUsing } from '../users.ts';
import { planForCentre, restorePlanOf } from './plans.ts';
import type { PlanNow } from './plan-lists.ts';

type CoverageState = (typeof coverageStates)[number];

/** What there is for a system in one place. */
export interface Covered {
  state: CoverageState;
  now?: PlanNow;
  /** Several centres have the same plan. */
  shared: boolean;
}

/** What a plan gives those whom it is for. */
export function stateOfPlan(now: PlanNow | undefined): CoverageState {
  if (!now) return 'missing';
  if (now.current) return now.current.state === 'expired' ? 'expired' : 'valid';
  return now.coming?.state === 'waiting' ? 'waiting' : 'draft';
}
/** Somebody has a plan to go by, also when it should have been looked at again. */
export const isCovered = (state: CoverageState): boolean => state === 'valid' || state === 'expired';

/**
 * What a centre has for a system (R5): the own emergency procedure or a shared one, and `notUsed` for a centre that does
 * not work with the system. From memory.
 */
export function coverageStateOf(context: Context, assetKey: string, centreId: CentreId): Covered {
  if (!centresUsing(context)(assetKey).has(centreId)) return { state: 'notUsed', shared: false };
  const now = planForCentre(context, assetKey, centreId);
  if (!now) return { state: 'missing', shared: false };
  const ids = (now.current ?? now.coming ?? now.versions[0])?.version.centreIds ?? [];
  return { state: stateOfPlan(now), now, shared: ids.length !== 1 };
}

/** What IT has to bring a vital system back; a work process is not restored, and so uses none. From memory. */
export function restoreStateOf(context: Context, assetKey: string): Covered {
  const now = restorePlanOf(context, assetKey);
  const isNeeded = findAsset(context, assetKey)?.kind === 'system' && isVital(context, assetKey);
  if (!now && !isNeeded) return { state: 'notUsed', shared: false };
  return { state: stateOfPlan(now), ...(now ? { now } : {}), shared: false };
}
