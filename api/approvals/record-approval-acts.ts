import { recordAct, type Act } from '../audit/index.ts';
import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { eventsOf, type ApprovalEvent } from './events.ts';
import type { ApprovalRequest } from './request-list.ts';

const acts: Readonly<Record<ApprovalEvent['what'], string>> = {
  submitted: 'submitForApproval',
  stageOpened: 'openStage',
  voted: 'voteOnApproval',
  voteChanged: 'voteOnApproval',
  stageClosed: 'closeStage',
  recorded: 'recordDecision',
  postponed: 'postponeDecision',
  corrected: 'correctDecision',
  minutesAttached: 'attachMinutes',
  withdrawn: 'withdrawApproval',
  ended: 'endApproval',
};
/** Actor of automatic acts. */
const system = 'system' as PersonId;

/** A request's audit entries: ids and values, never reasons. */
export const approvalActs = (request: ApprovalRequest): Act[] =>
  eventsOf(request)
    // Opening a stage follows from submission or from closing the one before.
    .filter(({ what }) => what !== 'stageOpened')
    .map(({ what, at, person = system, inPlaceOf, stage, choice, outcome, closedBy, occasion }) => ({
      act: acts[what],
      subjectKey: request.key,
      actorId: person,
      at,
      occasion,
      details: {
        contentHash: request.contentHash,
        stage: stage ?? null,
        choice: choice ?? null,
        outcome: outcome ?? null,
        closedBy: closedBy ?? null,
        inPlaceOf: inPlaceOf ?? null,
      },
    }));

/** Audits all acts on a request. Idempotent. Throws AppError `unavailable`. */
export async function recordApprovalActs(context: Context, request: ApprovalRequest): Promise<void> {
  for (const act of approvalActs(request)) await recordAct(context, act);
}
