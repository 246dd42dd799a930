import type { Context } from '../../context.ts';
import { forbidden, type Actor } from '../../kernel/index.ts';
import { freshnessOf, People, personRef, RoleAssignments } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { approvalSubject, summaryFor } from '../approval-subject.ts';
import { hasContentChanged } from '../content-now.ts';
import type { ApprovalView, EventView } from '../contract.ts';
import {
  mayAttachMinutes,
  mayCloseStage,
  mayCorrectDecision,
  mayRecord,
  maySeeAllApprovals,
  maySeeApproval,
  mayVote,
  mayWithdraw,
} from '../permissions.ts';
import { ApprovalRequests, type ApprovalRequest } from '../request-list.ts';
import { requestOrThrow, requestsAbout } from '../requests.ts';
import { seatOf } from '../stage-seats.ts';
import { approvalRow } from './approval-row.ts';
import { requestDifference } from './request-difference.ts';
import { fileView, stageView } from './stage-view.ts';
import { eventsOf } from '../events.ts';

/**
 * A request that the actor may read. Throws AppError: missing `approvals.noSuchRequest`, forbidden
 * `approvals.mayNotSee`.
 */
export function requestFor(context: Context, actor: Actor, requestKey: string): Stored<ApprovalRequest> {
  const request = requestOrThrow(context, requestKey);
  if (!maySeeApproval(context, actor, request)) throw forbidden('approvals.mayNotSee');
  return request;
}

/**
 * One request: exact content, changes, deciders, and history. Refused to others than its readers, also after an act.
 * Throws AppError forbidden `approvals.mayNotSee`.
 */
export function approvalView(context: Context, actor: Actor, request: Stored<ApprovalRequest>): ApprovalView {
  if (!maySeeApproval(context, actor, request)) throw forbidden('approvals.mayNotSee');
  const { content, file, contentHash, stages, state, subjectKind, subjectKey } = request;
  const contentChanged = state === 'open' && hasContentChanged(context, request);
  const difference = requestDifference(context, request);
  return {
    ...approvalRow(context, actor, request),
    summary: summaryFor(context, request, actor.language),
    content,
    contentHash,
    contentChanged,
    ...(file ? { file: fileView(file) } : {}),
    stages: stages.map((stage, index) => stageView(context, request, stage, index + 1)),
    events: eventViews(context, request),
    ...(difference ? { difference } : {}),
    rounds: requestsAbout(context, subjectKind, subjectKey).map(({ key, round, state: ended, submittedAt }) => ({
      key,
      round,
      state: ended,
      submittedAt,
    })),
    ...followsOf(context, actor, request),
    abilities: abilitiesOf(context, actor, request, contentChanged),
    freshness: freshnessOf(context, ApprovalRequests, People, RoleAssignments),
  };
}

function abilitiesOf(
  context: Context,
  actor: Actor,
  request: ApprovalRequest,
  contentChanged: boolean,
): ApprovalView['abilities'] {
  const seat = seatOf(context, actor, request);
  return {
    vote: !contentChanged && mayVote(context, actor, request),
    ...(seat?.deputy === undefined ? {} : { votesFor: personRef(context, seat.holder) }),
    case: request.stages.some(({ rule }) => rule === 'external'),
    withdraw: mayWithdraw(actor, request),
    record: mayRecord(context, actor, request),
    attachMinutes: request.stages.some((stage) => mayAttachMinutes(context, actor, stage)),
    correct: request.stages.some(({ decision }) => decision && mayCorrectDecision(context, actor, decision)),
    close: mayCloseStage(context, actor, request),
    seeSubject: maySeeSubject(context, actor, request),
  };
}

/** For the last decider, before the decision. */
function followsOf(context: Context, actor: Actor, request: ApprovalRequest): Pick<ApprovalView, 'follows'> {
  if (request.stages.at(-1)?.state !== 'open' || !mayRecord(context, actor, request)) return {};
  const follows = approvalSubject(context, request.subjectKind)?.follows?.(context, request);
  return follows ? { follows } : {};
}

/** The feature's page: for its readers, the submitter, and general readers. */
function maySeeSubject(context: Context, actor: Actor, request: ApprovalRequest): boolean {
  const subject = approvalSubject(context, request.subjectKind);
  if (!subject?.contentNow(context, request.subjectKey)) return false;
  const isOwn = request.submittedBy === actor.personId || maySeeAllApprovals(actor);
  return isOwn || subject.mayRead?.(context, actor, request) === true;
}

/** A request's timeline, oldest first, with names. */
const eventViews = (context: Context, request: ApprovalRequest): EventView[] =>
  eventsOf(request).map(({ person, inPlaceOf, occasion: _occasion, ...event }) => ({
    ...event,
    ...(person === undefined ? {} : { person: personRef(context, person) }),
    ...(inPlaceOf === undefined ? {} : { inPlaceOf: personRef(context, inPlaceOf) }),
  }));
