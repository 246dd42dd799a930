import type { Context } from '../context.ts';
import { Campaigns, notInTeams, startCampaign, type CampaignKind } from '../deliveries/index.ts';
import { addDays, localDate, stableKey, todayOf, type PersonId } from '../kernel/index.ts';
import { hasLeft } from '../organisation/index.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';

/** Days after the end in which the submitter is informed; later it is in the tab only. */
const toldWithin = 30;

/** The one message to who sent it. */
export const endedCampaignKey = (requestKey: string): string => stableKey('approvalEnded', ...requestKey.split('_'));

/** Whom a request's end is news to: the submitter, unless they withdrew it. */
function toldOfEnd(context: Context, request: ApprovalRequest | undefined): PersonId | undefined {
  if (!request || request.state === 'open' || request.endedAt === undefined) return undefined;
  if (request.withdrawnBy === request.submittedBy) return undefined;
  return addDays(localDate(request.endedAt), toldWithin) < todayOf(context.clock) ? undefined : request.submittedBy;
}

const whom = (context: Context, requestKey: string): PersonId | undefined =>
  toldOfEnd(context, context.list(ApprovalRequests).get(requestKey));

/** Informs the submitter of the outcome; the subject is the request's key. */
export const approvalEndedKind: CampaignKind = {
  kind: 'approvalEnded',
  audience: (context, subjectKey) => {
    const personId = whom(context, subjectKey);
    return personId === undefined ? [] : [personId];
  },
  isOver: (context, subjectKey) => whom(context, subjectKey) === undefined,
  hours: { when: 'working', because: 'what has been decided stays decided' },
  recheck: (context, subjectKey, personId) => {
    if (hasLeft(context, personId)) return 'left';
    return whom(context, subjectKey) === personId ? 'send' : 'notNeeded';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
  // Returned and rejected requests need the submitter.
  isForInformation: (context, subjectKey) => {
    const state = context.list(ApprovalRequests).get(subjectKey)?.state;
    return state === 'approved' || state === 'withdrawn';
  },
};

/** Starts that message if needed. Idempotent; free when done, else 2 resource units. */
export async function tellSubmitter(context: Context, request: ApprovalRequest): Promise<void> {
  const personId = toldOfEnd(context, request);
  const key = endedCampaignKey(request.key);
  if (personId === undefined || context.list(Campaigns).get(key)) return;
  await startCampaign(context, {
    key,
    kind: approvalEndedKind.kind,
    title: request.title,
    subjectKey: request.key,
    startedBy: personId,
  });
}
