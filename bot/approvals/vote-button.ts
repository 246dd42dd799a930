import type { Vote } from '../../api/approvals/index.ts';
import { execute, type Execute } from '../cards/index.ts';
import type { StageOf } from './stage-of.ts';

export const voteVerb = 'approval.vote';
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
