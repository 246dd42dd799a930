import type { Context } from '../context.ts';
import { conflict, invalid, nowOf, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { continueNow } from './continue-approvals.ts';
import { contentHashOf, opened, planned, requestKey, stageClosed } from './request.ts';
import { ApprovalRequests, type ApprovalRequest } from './request-list.ts';
import { nextRound, requestsAbout } from './requests.ts';
import { requireNothingOpen, type SubmitForApproval } from './submit-for-approval.ts';

export interface HeldMeeting {
  meetingOn: LocalDate;
  itemNumber: string;
  minutesUrl?: string | undefined;
}

/**
 * Records that one body approved this content in a meeting, without a prior request (R11). The feature checks
 * permission. A repeat is a success. 2 resource units; audit entries follow. Throws AppError: invalid
 * `approvals.meetingInFuture`, conflict `approvals.alreadyOpen` while the body is asked, unavailable.
 */
export async function approvedInMeeting(
  context: Context,
  actor: Actor,
  given: Omit<SubmitForApproval, 'stages'> & { body: SubmitForApproval['stages'][number]['body'] },
  { meetingOn, itemNumber, minutesUrl }: HeldMeeting,
): Promise<Stored<ApprovalRequest>> {
  const { subjectKind, subjectKey, content, summary, body } = given;
  if (meetingOn > todayOf(context.clock)) throw invalid('approvals.meetingInFuture', { field: 'meetingOn' });
  const rounds = requestsAbout(context, subjectKind, subjectKey);
  const isThis = ({ stages: [stage] }: ApprovalRequest) =>
    stage?.body === body && stage.decision?.meetingOn === meetingOn && stage.decision.itemNumber === itemNumber;
  const known = rounds.find((round) => round.state === 'approved' && isThis(round));
  if (known) return known;
  requireNothingOpen(context, subjectKind, subjectKey);
  const now = nowOf(context.clock);
  const open = opened(planned({ body, rule: 'external', days: 1 }), now);
  const minutes = minutesUrl === undefined ? {} : { minutesUrl };
  const decision = { meetingOn, itemNumber, outcome: 'approved', ...minutes, by: actor.personId, at: now } as const;
  const round = nextRound(context, subjectKind, subjectKey);
  const { record, existed } = await context.list(ApprovalRequests).create({
    key: requestKey(subjectKind, subjectKey, round),
    title: content.title.slice(0, 255),
    subjectKind,
    subjectKey,
    round,
    summary,
    contentHash: contentHashOf(content),
    content: content.text,
    submittedBy: actor.personId,
    submittedAt: now,
    state: 'open',
    ...stageClosed({ stages: [open] }, 1, { state: 'approved', closedBy: 'external', decision }, now),
  });
  // Somebody asked, or recorded another meeting, at the same moment.
  if (existed && !isThis(record)) throw conflict('approvals.alreadyOpen');
  await continueNow(context, record.key);
  return record;
}
