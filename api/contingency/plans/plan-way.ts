import type { StagePlan } from '../../approvals/index.ts';
import { holds, holdsFor, type Actor } from '../../kernel/index.ts';
import type { ContingencyPlan } from './plan-lists.ts';

/** The submitter, as far as approvers depend on it. */
export interface Sender {
  /** Manages the plan's centre. */
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
 * Approvers of a plan, in order (R5, R12, R15): for an emergency procedure the centre's manager, for a restore plan the
 * CISO, and for vital systems the committee after them. Nobody approves their own: a manager's plan goes on to the
 * committee or the CISO, the CISO's to the committee. A procedure of the whole organisation is the committee's. Pure.
 */
export function planWay({ kind, centreId }: Kept, vital: boolean, { isManager, isCiso }: Sender): StagePlan[] {
  const last = vital ? [committee] : [];
  const elsewhere = isCiso ? committee : ciso;
  if (kind === 'restorePlan') return isCiso ? [committee] : [ciso, ...last];
  if (centreId === undefined) return [committee];
  if (!isManager) return [{ body: 'centreManager', centreId, rule: 'one', days: 7 }, ...last];
  return vital ? last : [elsewhere];
}

/** The approver of a renewal: the first approver. Pure. */
export const planRenewalWay = (plan: Kept, vital: boolean, sender: Sender): StagePlan[] =>
  planWay(plan, vital, sender).slice(0, 1);
