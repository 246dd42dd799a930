import type { Stage } from './request-list.ts';
import { votesThatCount } from './request.ts';
import type { StageSeat } from './stage-seats.ts';

/** Votes and seats of a stage. */
export interface Turnout {
  /** Votes for, against or with changes. */
  voted: number;
  /** Seats that may decide it, and voters without a seat since; without the submitter. */
  seats: number;
  /** Disqualified by their own statement: not counted. */
  disqualified: number;
}

/**
 * The one count of votes and seats, for cards, pages and the workbook: the submitter is not counted, and a
 * disqualification is no vote. Pure.
 */
export function turnoutOf(stage: Pick<Stage, 'votes'>, seats: readonly StageSeat[]): Turnout {
  const senders = new Set(seats.flatMap(({ holder, barred }) => (barred === 'submitter' ? [holder] : [])));
  const votes = [...votesThatCount(stage).values()].filter(({ seat }) => !senders.has(seat));
  const deciding = seats.flatMap(({ holder }) => (senders.has(holder) ? [] : [holder]));
  const disqualified = votes.filter(({ choice }) => choice === 'abstain').length;
  return {
    voted: votes.length - disqualified,
    seats: new Set([...deciding, ...votes.map(({ seat }) => seat)]).size,
    disqualified,
  };
}
