import {
  latestRequest,
  recordersOf,
  stageSeats,
  votesThatCount,
  type ApprovalRequest,
  type StageSeat,
  type Vote,
} from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import type { StageOf } from './stage-of.ts';

/** A person's part in a stage as of now. Decides the kind of card. */
export type Status =
  | { as: 'withdrawn' }
  | { as: 'closed' }
  | { as: 'waiting' | 'external' | 'submitter' | 'away' }
  /** Adds it to a meeting's agenda, and records the decision. */
  | { as: 'recorder' }
  | { as: 'asked'; seat: StageSeat }
  | { as: 'voted'; seat: StageSeat; vote: Vote }
  | { as: 'represented'; deputy: PersonId }
  /** No longer a decider; an earlier `vote` counts. */
  | { as: 'removed'; vote?: Vote };

/** From memory: no Graph call. */
export function statusOf(context: Context, about: StageOf, personId: PersonId): Status {
  const { request, stage } = about;
  if (request.state === 'withdrawn') return { as: 'withdrawn' };
  if (request.state !== 'open') return { as: 'closed' };
  if (stage.state === 'waiting') return { as: 'waiting' };
  if (stage.state !== 'open') return { as: 'closed' };
  if (stage.rule === 'external') return { as: recordersOf(context).includes(personId) ? 'recorder' : 'external' };
  return inOpenStage(context, about, personId);
}

function inOpenStage(context: Context, { request, stage }: StageOf, personId: PersonId): Status {
  const seats = stageSeats(context, stage, request.submittedBy);
  const votes = votesThatCount(stage);
  const seat = seats.find(({ actor, barred }) => actor === personId && barred === undefined);
  if (seat) {
    const vote = votes.get(seat.holder);
    return vote ? { as: 'voted', seat, vote } : { as: 'asked', seat };
  }
  if (request.submittedBy === personId) return { as: 'submitter' };
  const own = seats.find(({ holder }) => holder === personId);
  if (own?.deputy !== undefined) return { as: 'represented', deputy: own.deputy };
  if (own?.barred === 'onLeave') return { as: 'away' };
  const vote = [...votes.values()].find(({ by }) => by === personId);
  return { as: 'removed', ...(vote ? { vote } : {}) };
}

/** The newer round; undefined for the newest. An approved round stays, whatever follows. */
export function newerRound(context: Context, request: ApprovalRequest): ApprovalRequest | undefined {
  if (request.state === 'approved') return undefined;
  const latest = latestRequest(context, request.subjectKind, request.subjectKey);
  return latest && latest.round > request.round ? latest : undefined;
}
