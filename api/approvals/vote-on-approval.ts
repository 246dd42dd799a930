import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, missing, saidAt, saidOn, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { hasContentChanged } from './content-now.ts';
import { carryOnSoon } from './continue-approvals.ts';
import { openStage, stageClosed, votesThatCount } from './request.ts';
import { ApprovalRequests, type ApprovalRequest, type Stage, type Vote } from './request-list.ts';
import { requestOrThrow, endedMeanwhile } from './requests.ts';
import { endWithoutVote } from './stage-end.ts';
import { stageEnd } from './stage-rule.ts';
import { seatIn, stageSeats, type StageSeat } from './stage-seats.ts';

export interface VoteOnApproval {
  requestKey: string;
  /** Stage number shown to the voter, from 1. */
  stage: number;
  /** Of the content that the voter saw. */
  contentHash: string;
  choice: Vote['choice'];
  /** Required to reject and to return. */
  reason?: string | undefined;
  via: Vote['via'];
}
export interface Voted {
  /** `changed`: the seat had voted otherwise. */
  result: 'voted' | 'alreadyVoted' | 'changed';
  request: Stored<ApprovalRequest>;
}

/** Most votes of one seat: further ones would fill the item. */
const mostVotes = 10;

/**
 * Votes on the open stage (R10, R12, R13). Membership is checked now. The vote, the resulting end of the stage, the
 * next stage and the end of the request are one write. The cached copy with If-Match suffices: if stale, SharePoint
 * refuses the write and the newest copy is used, so a vote is one call of 2 resource units, and 3 more for each
 * conflict. A second or late press of the same is a success. Cards, audit entries and the feature's part follow. Throws
 * AppError: missing `approvals.noSuchRequest`; forbidden `notMember` `ownSubmission` `onLeave`; invalid `reasonNeeded`;
 * conflict `contentChanged` `stageClosed` `stageNotOpen` `changedTooOften`; unavailable.
 */
export async function voteOnApproval(context: Context, actor: Actor, given: VoteOnApproval): Promise<Voted> {
  let result: Voted['result'] | 'tooLate' = 'alreadyVoted';
  const tried: Vote[] = [];
  requestOrThrow(context, given.requestKey);
  const request = await context.list(ApprovalRequests).update(given.requestKey, (current) => {
    // The write's answer was lost and another vote followed: the vote stands, and newer data is not overwritten.
    if (tried.some((vote) => isIn(current.stages[given.stage - 1], vote))) return undefined;
    const { is, changes, vote } = withVote(context, actor, current, given);
    result = is;
    if (vote) tried.push(vote);
    return changes;
  });
  carryOnSoon(context, request.key);
  return { result: settledResult(result), request };
}

/** The write closes a stage decided by time; the late voter is informed. */
function settledResult(result: Voted['result'] | 'tooLate'): Voted['result'] {
  if (result === 'tooLate') throw conflict('approvals.stageClosed');
  return result;
}

const isIn = (stage: Stage | undefined, { by, at, choice }: Vote): boolean =>
  stage?.votes.some((vote) => vote.by === by && vote.at === at && vote.choice === choice) === true;

type Changes = Partial<Omit<ApprovalRequest, 'key'>>;
interface Outcome {
  is: Voted['result'] | 'tooLate';
  changes?: Changes;
  vote?: Vote;
}

/** The request after the vote. */
function withVote(context: Context, actor: Actor, current: ApprovalRequest, given: VoteOnApproval): Outcome {
  const stage = current.stages[given.stage - 1];
  if (!stage) throw missing('approvals.noSuchRequest');
  const seats = stageSeats(context, stage, current.submittedBy);
  if (openStage(current)?.number !== given.stage) return afterwards(context, actor, current, stage, seats, given);
  const seat = ownSeat(actor, current, stage, seats);
  if (given.contentHash !== current.contentHash || hasContentChanged(context, current))
    throw conflict('approvals.contentChanged');
  const reason = reasonOf(given);
  const today = saidOn(context.clock, actor);
  const now = saidAt(context.clock, actor);
  const before = votesThatCount(stage).get(seat.holder);
  // A vote since the press is newer.
  if (before?.by === actor.personId && before.at > now) return { is: 'alreadyVoted' };
  const isSame = before?.by === actor.personId && before.choice === given.choice;
  const decided = endWithoutVote(stage, seats, today);
  if (decided) {
    const closing = { state: decided.outcome, closedBy: decided.closedBy };
    return { is: isSame ? 'alreadyVoted' : 'tooLate', changes: stageClosed(current, given.stage, closing, now) };
  }
  if (isSame && (reason === undefined || reason === before.reason)) return { is: 'alreadyVoted' };
  if (stage.votes.filter((vote) => vote.seat === seat.holder).length >= mostVotes)
    throw conflict('approvals.changedTooOften');
  const vote: Vote = {
    seat: seat.holder,
    by: actor.personId,
    choice: given.choice,
    at: now,
    chair: seat.chair,
    via: given.via,
    ...(reason === undefined ? {} : { reason }),
  };
  return { is: before ? 'changed' : 'voted', changes: voted(current, given.stage, vote, seats, today), vote };
}

function voted(
  current: ApprovalRequest,
  number: number,
  vote: Vote,
  seats: readonly StageSeat[],
  today: Parameters<typeof stageEnd>[2],
): Changes {
  const stages = current.stages.map((stage, index) =>
    index === number - 1 ? { ...stage, votes: [...stage.votes, vote] } : stage,
  );
  const stage = stages[number - 1];
  const end = stage && stageEnd(stage, seats, today);
  if (!end) return { stages };
  return stageClosed({ stages }, number, { state: end.outcome, closedBy: end.closedBy }, vote.at);
}

/** A press on a closed stage: the same choice is already counted. */
function afterwards(
  context: Context,
  { personId }: Actor,
  request: ApprovalRequest,
  stage: Stage,
  seats: readonly StageSeat[],
  { choice }: VoteOnApproval,
): Outcome {
  const own = stage.votes.findLast(({ by }) => by === personId);
  if (own?.choice === choice) return { is: 'alreadyVoted' };
  if (personId === request.submittedBy) throw forbidden('approvals.ownSubmission');
  if (!own && !seatIn(seats, personId)) throw forbidden('approvals.notMember');
  if (stage.state === 'waiting') throw conflict('approvals.stageNotOpen');
  throw endedMeanwhile(context, request, 'approvals.stageClosed');
}

function ownSeat(
  { personId }: Actor,
  { submittedBy }: ApprovalRequest,
  stage: Stage,
  seats: readonly StageSeat[],
): StageSeat {
  const seat = stage.rule === 'external' ? undefined : seatIn(seats, personId);
  if (seat) return seat;
  const isBarred = seats.some(({ holder, actor, barred }) => {
    const isOurs = holder === personId || actor === personId;
    return isOurs && barred === 'submitter';
  });
  if (isBarred || personId === submittedBy) throw forbidden('approvals.ownSubmission');
  const isOnLeave = seats.some(
    ({ holder, barred, deputy }) => holder === personId && (barred === 'onLeave' || deputy !== undefined),
  );
  throw forbidden(isOnLeave ? 'approvals.onLeave' : 'approvals.notMember');
}

function reasonOf({ choice, reason }: VoteOnApproval): string | undefined {
  const text = reason?.trim();
  if (text) return text;
  if (choice === 'reject' || choice === 'askChanges') throw invalid('approvals.reasonNeeded', { field: 'reason' });
  return undefined;
}
