import { addDays, localDate, stableKey, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { PolicyComments, type PolicyComment } from './comment-list.ts';
import { policyVersionPath } from './policy-way.ts';
import { PolicyVersions } from './policy-version-list.ts';
import { policyVersions } from './versions.ts';

const commentsKind = 'answerComments';
/** Days to answer a comment. */
const answerWithin = 7;

const isOpen = ({ resolvedAt, answeredAt }: PolicyComment): boolean =>
  resolvedAt === undefined && answeredAt === undefined;

/**
 * Comments reach the draft's author (R10): unanswered, unresolved ones are an obligation from the first on, until all
 * are handled; the CISO's without an author.
 */
export const commentsSource: SharedSource = {
  kinds: [commentsKind],
  lists: [PolicyVersions, PolicyComments],
  work: (context): SharedWork[] =>
    policyVersions(context).flatMap(({ key, state, title, number, draftedBy }): SharedWork[] => {
      if (state !== 'draft') return [];
      const open = context
        .list(PolicyComments)
        .all()
        .filter((comment) => comment.versionKey === key && comment.personId !== draftedBy && isOpen(comment));
      const [first] = open.map(({ at }) => localDate(at)).sort();
      if (first === undefined) return [];
      return [
        {
          key: stableKey(key, 'comments', first),
          kind: commentsKind,
          since: first,
          state: 'open',
          subject: { key, title: `${title} ${number}` },
          due: addDays(first, answerWithin),
          path: policyVersionPath(key),
          responsible: draftedBy === undefined ? { role: 'ciso' } : { personId: draftedBy },
        },
      ];
    }),
};
