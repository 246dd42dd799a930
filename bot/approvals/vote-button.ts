import type { Vote } from '../../api/approvals/index.ts';
import { execute, type Execute } from '../cards/index.ts';
import type { StageOf } from './stage-of.ts';

export const voteVerb = 'approval.vote';
/** "Jeg er ikke på orlov" on a vote card: `{ requestKey, stage }`. */
export const backToVoteVerb = 'approval.endLeave';
/** Characters of a comment, as in the tab. */
export const longestComment = 2_000;

/** A button that votes on exactly the card's content. */
export const voteButton = ({ request, number }: StageOf, choice: Vote['choice'], title: string): Execute =>
  execute(title, voteVerb, {
    requestKey: request.key,
    stage: String(number),
    contentHash: request.contentHash,
    choice,
  });

/** A button that ends a mistaken leave; the card then asks again. */
export const backToVoteButton = ({ request, number }: StageOf, title: string): Execute =>
  execute(title, backToVoteVerb, { requestKey: request.key, stage: String(number) });
