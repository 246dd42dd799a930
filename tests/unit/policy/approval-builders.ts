import {
  continueApprovals,
  declareApprovalSubjects,
  openStage,
  recordDecision,
  voteOnApproval,
  type ApprovalRequest,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { draftPolicy, policyApproval, submitPolicy, type PolicyDraft } from '../../../api/policy/index.ts';
import { openPolicyRequest } from '../../../api/policy/policy-requests.ts';
import { aTown, the } from '../organisation/builders.ts';
import { aDraft } from './builders.ts';

/** A town with approvals of the policy. */
export async function aGoverningTown(today?: string) {
  const world = await aTown(today);
  declareApprovalSubjects(world.context, [policyApproval]);
  return world;
}

export async function submitted(context: Context, changes: Partial<PolicyDraft> = {}, who = 'ciso') {
  const { key } = await draftPolicy(context, the(context, who), aDraft(changes));
  await submitPolicy(context, the(context, who), key);
  return { key, request: theOpen(context) };
}

export function theOpen(context: Context): ApprovalRequest {
  const request = openPolicyRequest(context);
  if (!request) throw new Error('nothing is being decided');
  return request;
}

const voters = { securityCommittee: 'committee', corporateManagement: 'management' } as const;

/** Decides the open stage: by the one member of the body, or the secretary's record. */
export async function decide(
  context: Context,
  outcome: 'approved' | 'returned' | 'rejected' = 'approved',
  reason = 'Skriv, hvem der gør det',
  remark?: string,
): Promise<void> {
  const request = theOpen(context);
  const { stage, number } = openStage(request) ?? {};
  if (!stage || number === undefined) throw new Error('no stage is open');
  const { key: requestKey, contentHash } = request;
  if (stage.rule === 'external') {
    const meeting = { meetingOn: todayOf(context.clock), itemNumber: '12', outcome };
    const note = outcome === 'approved' ? remark : reason;
    await recordDecision(context, the(context, 'secretary'), { requestKey, stage: number, ...meeting, note });
    return;
  }
  const choice = ({ approved: 'approve', returned: 'askChanges', rejected: 'reject' } as const)[outcome];
  const voter = stage.body === 'securityCommittee' ? voters.securityCommittee : voters.corporateManagement;
  const about = { requestKey, stage: number, contentHash, choice, via: 'tab' as const };
  await voteOnApproval(context, the(context, voter), outcome === 'approved' ? about : { ...about, reason });
}

/** All three approve. */
export async function approveAll(context: Context): Promise<void> {
  for (let stage = 1; stage <= 3; stage += 1) {
    await decide(context);
    await continueApprovals(context);
  }
}
