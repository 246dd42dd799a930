import { paragraphsOf } from '../difference/index.ts';
import { digest, stableKey, type PersonId } from '../kernel/index.ts';
import type { PolicyComment } from './comment-list.ts';

/** Characters of a paragraph stored. */
export const longestParagraph = 4000;

const worn = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longestParagraph);

/** Whether the text has a comment's paragraph, regardless of line breaks. */
export const hasParagraph = (body: string, paragraph: string): boolean =>
  paragraphsOf(body).some((text) => worn(text) === worn(paragraph));

/** A comment whose paragraph has changed: it is about the earlier text. */
export const isOutdated = (comment: Pick<PolicyComment, 'paragraph'>, body: string): boolean =>
  comment.paragraph !== '' && !hasParagraph(body, comment.paragraph);

export interface CommentGiven {
  text: string;
  /** Absent: about all of it. */
  paragraph?: string | undefined;
}

/** The same words by the same person on the same paragraph are one comment, however often sent. */
export const commentKey = (versionKey: string, by: PersonId, { text, paragraph = '' }: CommentGiven): string =>
  stableKey(versionKey, by, digest(JSON.stringify([worn(paragraph), text])).slice(0, 16));
