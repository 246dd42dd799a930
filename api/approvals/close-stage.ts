import type { Context } from '../context.ts';
import { conflict, forbidden, missing, nowOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { hasContentChanged } from './content-now.ts';
import { continueNow } from './continue-approvals.ts';
import { isChair } from './permissions.ts';
import { openStage, stageClosed } from './request.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';
import { endedByChair, tallyOf, tookPart } from './stage-rule.ts';
import { stageSeats } from './stage-seats.ts';
import { requestFor } from './views/approval-view.ts';

/**
 * The chair closes a majority vote once a quorum has taken part (R12). A repeat is a success for readers. 2 resource
 * units. Throws AppError: missing, forbidden `approvals.mayNotSee` `approvals.notChair`, conflict
 * `approvals.quorumNotReached` `approvals.contentChanged`, unavailable.
 */
export async function closeStage(
  context: Context,
  actor: Actor,
  { requestKey, stage: number }: { requestKey: string; stage: number },
): Promise<Stored<ApprovalRequest>> {
  requestFor(context, actor, requestKey);
  const request = await context.list(ApprovalRequests).update(requestKey, (current) => {
    const stage = current.stages[number - 1];
    if (!stage || stage.state === 'waiting') throw missing('approvals.noSuchRequest');
    if (openStage(current)?.number !== number) return undefined;
    if (!isChair(context, actor, current)) throw forbidden('approvals.notChair');
    const seats = stageSeats(context, stage, current.submittedBy);
    const end = endedByChair(stage, seats);
    if (!end) {
      const tally = tallyOf(stage, seats);
      throw conflict('approvals.quorumNotReached', { given: tookPart(tally), quorum: tally.quorum });
    }
    if (end.outcome === 'approved' && hasContentChanged(context, current)) throw conflict('approvals.contentChanged');
    const closing = { state: end.outcome, closedBy: end.closedBy, closedByPerson: actor.personId };
    return stageClosed(current, number, closing, nowOf(context.clock));
  });
  await continueNow(context, requestKey);
  return request;
}
