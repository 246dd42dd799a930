import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { Campaigns, startCampaign } from '../deliveries/index.ts';
import { nowOf, todayOf } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isWorkingTime } from '../working-days.ts';
import { approvalCampaignKey, approvalKind } from './approval-campaign.ts';
import { approvalSubject } from './approval-subject.ts';
import { hasContentChanged } from './content-now.ts';
import { tellSubmitter } from './ended-campaign.ts';
import { recordApprovalActs } from './record-approval-acts.ts';
import { openStage, stageClosed, stageKey } from './request.ts';
import { Agendas, ApprovalRequests, type ApprovalRequest, type Stage } from './request-list.ts';
import { endWithoutVote } from './stage-end.ts';
import { stageSeats } from './stage-seats.ts';

/** Requests as they were when everything that follows from them had been done. */
const recorded = contextPart<WeakSet<object>>('approvals/carryOn');
const recordedIn = (context: Context): WeakSet<object> => {
  const known = recorded.get(context) ?? new WeakSet();
  recorded.set(context, known);
  return known;
};

/**
 * Does what follows from one request and is not done: a stage that is decided without a vote is closed, the open stage
 * gets its cards, the audit trail its entries, and who sent it and the feature are told of the end, in this order. Each
 * step may be repeated. Costs nothing when all is done. Throws AppError `unavailable`, and what the feature throws.
 */
export async function carryOn(context: Context, requestKey: string): Promise<void> {
  const request = await closeWhatIsDecided(context, requestKey);
  if (!request) return;
  await askToVote(context, request);
  const done = recordedIn(context);
  if (!done.has(request)) {
    await recordApprovalActs(context, request);
    done.add(request);
  }
  if (request.carriedOnAt === undefined) await tellSubmitter(context, request);
  await tellFeature(context, request);
}

/** Time or a change of members decides a stage; the next one may be decided so as well. */
async function closeWhatIsDecided(context: Context, key: string): Promise<Stored<ApprovalRequest> | undefined> {
  const list = context.list(ApprovalRequests);
  let request = list.get(key);
  for (let turn = 0; request && turn < request.stages.length; turn += 1) {
    if (!decidedStage(context, request)) return request;
    request = await list.update(key, (current) => decidedStage(context, current), 'background');
  }
  return request;
}

/** What is written to close the open stage; undefined while it is not decided. */
function decidedStage(context: Context, request: ApprovalRequest) {
  const open = openStage(request);
  if (!open || waitsForMorning(context, open.stage)) return undefined;
  const seats = stageSeats(context, open.stage, request.submittedBy);
  const end = endWithoutVote(open.stage, seats, todayOf(context.clock));
  if (!end) return undefined;
  // What was changed after it was sent cannot be approved: it waits to be taken back.
  if (end.outcome === 'approved' && hasContentChanged(context, request)) return undefined;
  const closing = { state: end.outcome, closedBy: end.closedBy };
  return stageClosed(request, open.number, closing, nowOf(context.clock));
}

/** A day ends at midnight, and people are told of what its end decides: that waits until they are at work. */
const waitsForMorning = (context: Context, { dueOn }: Stage): boolean =>
  dueOn !== undefined && dueOn < todayOf(context.clock) && !isWorkingTime(context.clock.now());

/** Cards for the open stage, unless its body gets them with the agenda of a meeting. */
async function askToVote(context: Context, request: ApprovalRequest): Promise<void> {
  const open = openStage(request);
  if (!open || isOnAgenda(context, request, open.stage)) return;
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

const isOnAgenda = (context: Context, { key }: ApprovalRequest, { body }: Stage): boolean =>
  context
    .list(Agendas)
    .all()
    .some((agenda) => agenda.state === 'sent' && agenda.body === body && agenda.requestKeys.includes(key));

const unknownKinds = new Set<string>();

async function tellFeature(context: Context, request: Stored<ApprovalRequest>): Promise<void> {
  if (request.state === 'open' || request.carriedOnAt !== undefined) return;
  const { key, subjectKind } = request;
  const subject = approvalSubject(context, subjectKind);
  if (!subject) {
    if (!unknownKinds.has(subjectKind)) context.log.warn({ key, subjectKind }, 'no feature knows what was decided');
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
