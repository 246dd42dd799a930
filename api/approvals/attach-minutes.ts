import type { Context } from '../context.ts';
import { forbidden, missing, nowOf, type Actor, type AppError } from '../kernel/index.ts';
import { refusedBy } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continueNow } from './continue-approvals.ts';
import { mayRecordDecisions } from './permissions.ts';
import { ApprovalRequests, type ApprovalRequest, type ExternalDecision, type FrozenFile } from './request-list.ts';
import { requestOrThrow } from './requests.ts';

/**
 * Adds the minutes to a recorded decision; the same file again is a success, another is refused. 2 resource units.
 * Throws AppError: missing, forbidden `approvals.mayNotRecord`, conflict `approvals.minutesAttached`, unavailable.
 */
export async function attachMinutes(
  context: Context,
  actor: Actor,
  { requestKey, stage: number, minutes }: { requestKey: string; stage: number; minutes: FrozenFile },
): Promise<Stored<ApprovalRequest>> {
  requestOrThrow(context, requestKey);
  if (!mayRecordDecisions(context, actor)) throw forbidden('approvals.mayNotRecord');
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    const decision = current.stages[number - 1]?.decision;
    if (!decision) throw missing('approvals.noSuchRequest');
    if (decision.minutes?.hash === minutes.hash) return undefined;
    if (decision.minutes) throw minutesAttached(context, decision);
    const attached = { ...decision, minutes, minutesBy: actor.personId, minutesAt: nowOf(context.clock) };
    return {
      stages: current.stages.map((stage, index) => (index === number - 1 ? { ...stage, decision: attached } : stage)),
    };
  });
  await continueNow(context, requestKey);
  return request;
}

/** The refusal of a second file. */
export const minutesAttached = (context: Context, { minutesBy, minutesAt }: ExternalDecision): AppError =>
  refusedBy(context, 'approvals.minutesAttached', minutesBy, minutesAt);
