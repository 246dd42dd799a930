import type { StagePlan } from '../../approvals/index.ts';
import { holds, holdsFor, type Actor } from '../../kernel/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';

/** Who sends it, as far as that decides who answers. */
export interface Sender {
  /** Manages the centre that keeps the plan. */
  isManager: boolean;
  isCiso: boolean;
}
type Kept = Pick<ContingencyPlan, 'kind' | 'centreId'>;

export const senderOf = (actor: Actor, { centreId }: Kept): Sender => ({
  isManager: holdsFor(actor, centreId, 'centreManager'),
  isCiso: holds(actor, 'ciso'),
});

const ciso: StagePlan = { body: 'ciso', rule: 'one', days: 7 };
const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };

/**
 * Who decides about a plan, in order (R5, R12, R15): of an emergency procedure the centre's manager, of a restore plan
 * the CISO, and of what is vital the committee after them. Nobody decides about their own: what the manager sends goes
 * on to the committee or the CISO, what the CISO sends to the committee. A procedure of the whole organisation is the
 * committee's. Pure.
 */
export function planWay({ kind, centreId }: Kept, vital: boolean, { isManager, isCiso }: Sender): StagePlan[] {
  const last = vital ? [committee] : [];
  const elsewhere = isCiso ? committee : ciso;
  if (kind === 'restorePlan') return isCiso ? [committee] : [ciso, ...last];
  if (centreId === undefined) return [committee];
  if (!isManager) return [{ body: 'centreManager', centreId, rule: 'one', days: 7 }, ...last];
  return vital ? last : [elsewhere];
}

/** Who says that it still holds: whoever decides first. Pure. */
export const planRenewalWay = (plan: Kept, vital: boolean, sender: Sender): StagePlan[] =>
  planWay(plan, vital, sender).slice(0, 1);
