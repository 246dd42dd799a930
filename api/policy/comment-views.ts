import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import { freshnessOf, personRef } from '../organisation/index.ts';
import { isOutdated } from './comment.ts';
import { PolicyComments, type PolicyComment } from './comment-list.ts';
import type { CommentsView, CommentView } from './contract.ts';
import { mayAnswerComment, mayComment, mayRemoveComment, mayResolveComment } from './permissions.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** A version's comments in order. */
export function commentsView(context: Context, actor: Actor, version: PolicyVersion): CommentsView {
  const comments = context
    .list(PolicyComments)
    .all()
    .filter(({ versionKey }) => versionKey === version.key)
    .sort((one, other) => one.at.localeCompare(other.at) || one.key.localeCompare(other.key));
  return {
    comments: comments.map((comment) => commentView(context, actor, version, comment)),
    open: comments.filter(({ resolvedAt }) => resolvedAt === undefined).length,
    abilities: { comment: version.state === 'draft' && mayComment(actor) },
    freshness: freshnessOf(context, PolicyComments),
  };
}

function commentView(context: Context, actor: Actor, version: PolicyVersion, comment: PolicyComment): CommentView {
  const { key, personId, at, text, paragraph, resolvedBy, resolvedAt, answer, answeredBy, answeredAt } = comment;
  const isDraft = version.state === 'draft';
  return {
    key,
    by: personRef(context, personId),
    at,
    text,
    outdated: isOutdated(comment, version.body),
    // An unset multi-line cell reads as ''.
    ...(paragraph === '' ? {} : { paragraph }),
    ...(resolvedAt === undefined || resolvedBy === undefined
      ? {}
      : { resolved: { by: personRef(context, resolvedBy), at: resolvedAt } }),
    // An unset multi-line cell reads as ''.
    ...(answer && answeredBy !== undefined && answeredAt !== undefined
      ? { answer: { by: personRef(context, answeredBy), at: answeredAt, text: answer } }
      : {}),
    abilities: {
      answer: isDraft && mayAnswerComment(actor) && personId !== actor.personId,
      resolve: isDraft && mayResolveComment(actor, comment),
      remove: isDraft && mayRemoveComment(actor, comment),
    },
  };
}
