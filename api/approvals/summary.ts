import type { Context } from '../context.ts';
import { daysBetween, localDate, todayOf, type PersonId } from '../kernel/index.ts';
import { centreRef, personRef } from '../organisation/index.ts';
import { cardsAt } from './approval-campaign.ts';
import type { StagePlan } from './approval-subject.ts';
import type { ApprovalSummary, WayView } from './contract.ts';
import { decidedOn } from './decided-on.ts';
import { votesThatCount } from './request.ts';
import type { ApprovalRequest, Stage } from './request-list.ts';
import { stageSeats } from './stage-seats.ts';
import { turnoutOf } from './turnout.ts';

/** Progress of a request, for the page of its subject. */
export function approvalSummary(context: Context, request: ApprovalRequest): ApprovalSummary {
  const { key, round, state, purpose, submittedAt, submittedBy, endedAt, stages } = request;
  return {
    requestKey: key,
    round,
    state,
    submittedAt,
    ...(purpose === undefined ? {} : { purpose }),
    submittedBy: personRef(context, submittedBy),
    ...(endedAt === undefined ? {} : { endedAt }),
    reasons: stages.flatMap((stage) => reasonsIn(context, stage, state)),
    stages: stages.map((stage, index) => stageSummary(context, request, stage, index + 1)),
  };
}

const choices = { approved: 'approve', rejected: 'reject', returned: 'askChanges' } as const;
/** Why it was not approved, or with which remarks of a meeting it was, as written. */
function reasonsIn(context: Context, stage: Stage, ended: ApprovalRequest['state']): ApprovalSummary['reasons'] {
  const votes = [...votesThatCount(stage).values()].flatMap(({ by, choice, reason }) =>
    reason === undefined || choice === 'approve' || choice === 'abstain'
      ? []
      : [{ person: personRef(context, by), choice, text: reason }],
  );
  const { outcome, note, by } = stage.decision ?? {};
  if (by === undefined || note === undefined || outcome === undefined) return votes;
  if (outcome === 'approved' && ended !== 'approved') return votes;
  const choice = choices[outcome];
  return [...votes, { person: personRef(context, by), body: stage.body, choice, text: note }];
}

function stageSummary(
  context: Context,
  request: ApprovalRequest,
  stage: Stage,
  number: number,
): ApprovalSummary['stages'][number] {
  const leaving = cardsAt(context, request, number);
  const { body, personId, centreId, rule, state, openedAt, closedAt, dueOn } = stage;
  const isToCome = (state === 'open' || state === 'waiting') && rule !== 'external';
  const turnout = turnoutOf(stage, isToCome ? stageSeats(context, stage, request.submittedBy) : []);
  const centre = centreRef(context, centreId);
  const decided = decidedOn(stage);
  const put = stage.postponements?.at(-1);
  const until = closedAt === undefined ? todayOf(context.clock) : localDate(closedAt);
  return {
    number,
    body,
    rule,
    state,
    voted: turnout.voted,
    ...(personId === undefined ? {} : { person: personRef(context, personId) }),
    ...(centre ? { centre } : {}),
    ...(openedAt === undefined ? {} : { openedAt, days: daysBetween(localDate(openedAt), until) }),
    ...(leaving === undefined ? {} : { cardsAt: leaving }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(decided === undefined ? {} : { decidedOn: decided }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(put === undefined || state !== 'open' ? {} : { postponedTo: put.nextMeetingOn }),
    seats: turnout.seats,
  };
}

/** Who would decide today, before submission; `submitter`: who would submit it, and has no vote then. */
export const wayView = (context: Context, stages: readonly StagePlan[], submitter?: PersonId): WayView =>
  stages.map(({ body, personId, centreId, rule, quorum, days }) => {
    const centre = centreRef(context, centreId);
    return {
      body,
      rule,
      days,
      ...(quorum === undefined ? {} : { quorum }),
      ...(centre ? { centre } : {}),
      ...(personId === undefined ? {} : { person: personRef(context, personId) }),
      people: stageSeats(context, { body, personId, centreId }, submitter)
        .filter((seat) => seat.barred !== 'submitter')
        .map(({ holder }) => personRef(context, holder)),
    };
  });
