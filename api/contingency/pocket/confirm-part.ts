import { giveOnce, type Acknowledgement } from '../../acknowledgements/index.ts';
import { isInForce } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, missing, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { findPlanVersion } from '../plans/plans.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { partHash, partIn } from './parts.ts';

export interface ConfirmedPart {
  result: 'confirmed' | 'alreadyConfirmed';
  receipt: Stored<Acknowledgement>;
  now: PlanNow;
  version: PlanVersionNow;
}

/**
 * The actor confirms their part in a plan. A repeat returns the first receipt, also after the version is superseded.
 * `planKey` is optional where only the version is known. 2 resource units the first time. Throws AppError: missing
 * `contingency.noSuchPlan`, conflict `contingency.planNotCurrent`, forbidden `contingency.notNamed`, unavailable (R5).
 */
export async function confirmPart(
  context: Context,
  actor: Actor,
  input: { planKey?: string; versionKey: string; channel: 'card' | 'tab' },
): Promise<ConfirmedPart> {
  const { planKey, versionKey, channel } = input;
  const found = findPlanVersion(context, versionKey);
  if (!found || (planKey !== undefined && found.now.plan.key !== planKey)) throw missing('contingency.noSuchPlan');
  const { receipt, isRepeat } = await giveOnce(context, actor, versionKey, () => {
    if (!isInForce(found.version.state)) throw conflict('contingency.planNotCurrent');
    const named = partIn(context, versionKey, actor.personId);
    if (!named) throw forbidden('contingency.notNamed');
    return { channel, contentHash: partHash(named.part) };
  });
  return { result: isRepeat ? 'alreadyConfirmed' : 'confirmed', receipt, ...found };
}
