import type { Vote } from '../../api/approvals/index.ts';
import { execute, type Execute } from '../cards/index.ts';
import type { StageOf } from './stage-of.ts';

export const voteVerb = 'approval.vote';
/** "Jeg er ikke på orlov" on a card that asks for a vote: `{ requestKey, stage }`. */
export const backToVoteVerb = 'approval.endLeave';
/** Characters of a comment, as the tab takes them. */
export const longestComment = 2_000;

/** One press that votes on exactly the content that the card is about. */
export const voteButton = ({ request, number }: StageOf, choice: Vote['choice'], title: string): Execute =>
  execute(title, voteVerb, {
    requestKey: request.key,
    stage: String(number),
    contentHash: request.contentHash,
    choice,
  });

/** One press by somebody recorded as on leave who is not: ends it, and the card asks again. */
export const backToVoteButton = ({ request, number }: StageOf, title: string): Execute =>
  execute(title, backToVoteVerb, { requestKey: request.key, stage: String(number) });
