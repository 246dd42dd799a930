import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { Campaigns, startCampaign } from '../deliveries/index.ts';
import { nowOf, todayOf } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isWorkingTime } from '../working-days.ts';
import { approvalCampaignKey, approvalKind, isOnSentAgenda } from './approval-campaign.ts';
import { approvalSubject } from './approval-subject.ts';
import { hasContentChanged } from './content-now.ts';
import { tellSubmitter } from './ended-campaign.ts';
import { tellOfPostponement } from './postponed-campaign.ts';
import { recordApprovalActs } from './record-approval-acts.ts';
import { openStage, stageClosed, stageKey } from './request.ts';
import { ApprovalRequests, type ApprovalRequest, type Stage } from './request-list.ts';
import { endWithoutVote } from './stage-end.ts';
import { stageSeats } from './stage-seats.ts';

/** Requests with nothing left to do, as of their last version. */
const recorded = contextPart<WeakSet<object>>('approvals/carryOn');
const recordedIn = (context: Context): WeakSet<object> => {
  const known = recorded.get(context) ?? new WeakSet();
  recorded.set(context, known);
  return known;
};

/**
 * Does the pending work of one request: closes a stage decided without a vote, writes the audit trail, sends the open
 * stage's cards, and informs the submitter of a postponement, and submitter and feature of the end, in this order. Each
 * step is idempotent. Free when complete. Throws AppError `unavailable`, and what the feature throws.
 */
export async function carryOn(context: Context, requestKey: string): Promise<void> {
  const request = await closeWhatIsDecided(context, requestKey);
  if (!request) return;
  // First: the trail is durable without SharePoint, so that no vote stands there without the end that it led to.
  const done = recordedIn(context);
  if (!done.has(request)) {
    await recordApprovalActs(context, request);
    done.add(request);
  }
  await askToVote(context, request);
  await tellOfPostponement(context, request);
  if (request.carriedOnAt === undefined) await tellSubmitter(context, request);
  await tellFeature(context, request);
}

/** A stage may be decided by time or a change of members; so may the next. */
async function closeWhatIsDecided(context: Context, key: string): Promise<Stored<ApprovalRequest> | undefined> {
  const list = context.list(ApprovalRequests);
  let request = list.get(key);
  for (let turn = 0; request && turn < request.stages.length; turn += 1) {
    if (!decidedStage(context, request)) return request;
    request = await list.update(key, (current) => decidedStage(context, current), 'background');
  }
  return request;
}

/** The write that closes the open stage; undefined while undecided. */
function decidedStage(context: Context, request: ApprovalRequest) {
  const open = openStage(request);
  if (!open || waitsForMorning(context, open.stage)) return undefined;
  const seats = stageSeats(context, open.stage, request.submittedBy);
  const end = endWithoutVote(open.stage, seats, todayOf(context.clock));
  if (!end) return undefined;
  // Content changed after submission cannot be approved, only withdrawn.
  if (end.outcome === 'approved' && hasContentChanged(context, request)) return undefined;
  const closing = { state: end.outcome, closedBy: end.closedBy };
  return stageClosed(request, open.number, closing, nowOf(context.clock));
}

/** Deadlines end at midnight; people are informed of the outcome in working hours. */
const waitsForMorning = (context: Context, { dueOn }: Stage): boolean =>
  dueOn !== undefined && dueOn < todayOf(context.clock) && !isWorkingTime(context.clock.now());

/** Cards of the open stage, unless its body gets the agenda of a meeting. */
async function askToVote(context: Context, request: ApprovalRequest): Promise<void> {
  const open = openStage(request);
  if (!open || isOnSentAgenda(context, request, open.stage)) return;
  const subjectKey = stageKey(request, open.number);
  const key = approvalCampaignKey(subjectKey);
  if (context.list(Campaigns).get(key)) return;
  await startCampaign(context, {
    key,
    kind: approvalKind.kind,
    title: request.title,
    subjectKey,
    startedBy: request.submittedBy,
  });
}

const unknownKinds = new Set<string>();

async function tellFeature(context: Context, request: Stored<ApprovalRequest>): Promise<void> {
  if (request.state === 'open' || request.carriedOnAt !== undefined) return;
  const { key, subjectKind } = request;
  const subject = approvalSubject(context, subjectKind);
  if (!subject) {
    if (!unknownKinds.has(subjectKind))
      context.log.warn({ code: 'unknownSubject', key, subjectKind }, 'no feature knows what was decided');
    unknownKinds.add(subjectKind);
    return;
  }
  await subject.ended(context, request);
  await context
    .list(ApprovalRequests)
    .update(
      key,
      (current) => (current.carriedOnAt === undefined ? { carriedOnAt: nowOf(context.clock) } : undefined),
      'background',
    );
}
