import { paragraphsOf } from '../difference/index.ts';
import { digest, stableKey, type PersonId } from '../kernel/index.ts';
import type { PolicyComment } from './comment-list.ts';

/** Words of a paragraph that a comment keeps. */
export const longestParagraph = 4000;

const worn = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longestParagraph);

/** Whether the text has the paragraph that a comment is about, however its lines are broken. */
export const hasParagraph = (body: string, paragraph: string): boolean =>
  paragraphsOf(body).some((text) => worn(text) === worn(paragraph));

/** A comment on a paragraph whose words are gone: it says something about what was written before. */
export const isOutdated = (comment: Pick<PolicyComment, 'paragraph'>, body: string): boolean =>
  comment.paragraph !== '' && !hasParagraph(body, comment.paragraph);

export interface CommentGiven {
  text: string;
  /** Absent: it is about all of it. */
  paragraph?: string | undefined;
}

/** The same words of the same person about the same paragraph are one comment, however often they are sent. */
export const commentKey = (versionKey: string, by: PersonId, { text, paragraph = '' }: CommentGiven): string =>
  stableKey(versionKey, by, digest(JSON.stringify([worn(paragraph), text])).slice(0, 16));
