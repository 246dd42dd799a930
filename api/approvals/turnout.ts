import type { Stage } from './request-list.ts';
import { votesThatCount } from './request.ts';
import type { StageSeat } from './stage-seats.ts';

/** How many have voted of those who decide a stage. */
export interface Turnout {
  /** For, against or with changes: what the rule counts. */
  voted: number;
  /** Whoever may decide it, and whoever did and holds no seat any more; not the one who sent it. */
  seats: number;
  /** Disqualified by their own word: their seat takes no part. */
  disqualified: number;
}

/**
 * The one count of votes and seats, for cards, pages and the workbook: whoever sent it decides nothing and is not counted,
 * and being disqualified is no vote. Pure.
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
