import { recordAct } from '../audit/index.ts';
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
  minutesAttached: 'attachMinutes',
  withdrawn: 'withdrawApproval',
  ended: 'endApproval',
};
/** Done by the application itself. */
const system = 'system' as PersonId;

/**
 * Appends what has been done to a request to the audit trail, from what the request itself says: ids and values, never
 * reasons. Safe to repeat. Throws AppError `unavailable`.
 */
export async function recordApprovalActs(context: Context, request: ApprovalRequest): Promise<void> {
  const { key, contentHash } = request;
  // Opening a stage says nothing that sending it or closing the one before does not.
  for (const event of eventsOf(request).filter(({ what }) => what !== 'stageOpened')) {
    const { what, at, person = system, inPlaceOf, stage, choice, outcome, closedBy, occasion } = event;
    await recordAct(context, {
      ...{ act: acts[what], subjectKey: key, actorId: person, at, occasion },
      details: {
        ...{ contentHash, stage: stage ?? null, choice: choice ?? null, outcome: outcome ?? null },
        ...{ closedBy: closedBy ?? null, inPlaceOf: inPlaceOf ?? null },
      },
    });
  }
}
