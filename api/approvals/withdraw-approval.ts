import type { Context } from '../context.ts';
import { conflict, forbidden, nowOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continueNow } from './continue-approvals.ts';
import { mayTakeBack } from './permissions.ts';
import { skipped } from './request.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';
import { requestOrThrow } from './requests.ts';

/**
 * Withdraws an open request; idempotent. For the submitter, the CISO and the security team. 2 resource units. Throws
 * AppError: missing, forbidden `approvals.mayNotWithdraw`, conflict `approvals.alreadyDecided`, unavailable.
 */
export async function withdrawApproval(
  context: Context,
  actor: Actor,
  { requestKey, reason = '' }: { requestKey: string; reason?: string | undefined },
): Promise<Stored<ApprovalRequest>> {
  if (!mayTakeBack(actor, requestOrThrow(context, requestKey))) throw forbidden('approvals.mayNotWithdraw');
  const text = reason.trim();
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    if (current.state === 'withdrawn') return undefined;
    if (current.state !== 'open') throw conflict('approvals.alreadyDecided');
    return {
      state: 'withdrawn',
      endedAt: nowOf(context.clock),
      withdrawnBy: actor.personId,
      stages: skipped(current.stages),
      ...(text === '' ? {} : { withdrawnReason: text }),
    };
  });
  await continueNow(context, requestKey);
  return request;
}
