import type { Context } from '../context.ts';
import { conflict, forbidden, missing, nowOf, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { commentKey, hasParagraph, longestParagraph, type CommentGiven } from './comment.ts';
import { PolicyComments, type PolicyComment } from './comment-list.ts';
import { mayAnswerComment, mayComment, mayRemoveComment, mayResolveComment } from './permissions.ts';
import { recordAnswer, recordComment, recordCommentSeenTo, recordRemoval } from './record-policy-acts.ts';
import { versionOrThrow } from './versions.ts';

/** Throws AppError `missing` if not a comment of the version. */
function commentOrThrow(context: Context, versionKey: string, key: string): Stored<PolicyComment> {
  const comment = context.list(PolicyComments).get(key);
  if (comment?.versionKey !== versionKey) throw missing('policy.noSuchComment');
  return comment;
}

/** Throws AppError: missing, conflict `policy.commentsClosed` when no longer a draft. */
function draftOrThrow(context: Context, versionKey: string) {
  const version = versionOrThrow(context, versionKey);
  if (version.state !== 'draft') throw conflict('policy.commentsClosed');
  return version;
}

/**
 * Comments on a draft or a paragraph of it (R10), also while it is in approval. A repeat is a success. 4 resource
 * units. Throws AppError: forbidden, missing, conflict `policy.commentsClosed` `policy.paragraphGone`.
 */
export async function commentOnPolicy(
  context: Context,
  actor: Actor,
  versionKey: string,
  given: CommentGiven,
): Promise<Stored<PolicyComment>> {
  if (!mayComment(actor)) throw forbidden('policy.mayNotComment');
  const { body } = draftOrThrow(context, versionKey);
  const { text, paragraph = '' } = given;
  if (paragraph !== '' && !hasParagraph(body, paragraph)) throw conflict('policy.paragraphGone');
  const { record } = await context.list(PolicyComments).create({
    key: commentKey(versionKey, actor.personId, given),
    title: actor.name.slice(0, 255),
    versionKey,
    text,
    paragraph: paragraph.slice(0, longestParagraph),
    personId: actor.personId,
    at: nowOf(context.clock),
  });
  await recordComment(context, record);
  return record;
}

/**
 * Answers a comment; a repeat is a success, and another answer replaces the first. 4 resource units. Throws AppError:
 * forbidden, missing, conflict `policy.commentsClosed`.
 */
export async function answerComment(
  context: Context,
  actor: Actor,
  { versionKey, key, text }: { versionKey: string; key: string; text: string },
): Promise<void> {
  commentOrThrow(context, versionKey, key);
  draftOrThrow(context, versionKey);
  if (!mayAnswerComment(actor)) throw forbidden('policy.mayNotAnswerComment');
  const now = nowOf(context.clock);
  const { answeredBy, answeredAt } = await context
    .list(PolicyComments)
    .update(key, ({ answer }) =>
      answer === text ? undefined : { answer: text, answeredBy: actor.personId, answeredAt: now },
    );
  // Also by the repeat of a press that a kill ended after the write: the entry has the same key.
  if (answeredBy === actor.personId && answeredAt)
    await recordAnswer(context, { key, versionKey, by: answeredBy, at: answeredAt });
}

/**
 * Resolves a comment, or reopens it; repeats succeed. 4 resource units. Throws AppError: forbidden, missing, conflict
 * `policy.commentsClosed`.
 */
export async function resolveComment(
  context: Context,
  actor: Actor,
  { versionKey, key, resolved }: { versionKey: string; key: string; resolved: boolean },
): Promise<void> {
  const known = commentOrThrow(context, versionKey, key);
  draftOrThrow(context, versionKey);
  if (!mayResolveComment(actor, known)) throw forbidden('policy.mayNotResolveComment');
  const now = nowOf(context.clock);
  let isReopened = false;
  const { resolvedBy, resolvedAt } = await context.list(PolicyComments).update(key, (comment) => {
    if ((comment.resolvedAt !== undefined) === resolved) return undefined;
    isReopened = !resolved;
    return resolved
      ? { resolvedBy: actor.personId, resolvedAt: now }
      : { resolvedBy: undefined, resolvedAt: undefined };
  });
  const seenTo = { key, versionKey, by: actor.personId, resolved };
  if (isReopened) await recordCommentSeenTo(context, { ...seenTo, at: now });
  // As for an answer.
  if (resolvedBy === actor.personId && resolvedAt) await recordCommentSeenTo(context, { ...seenTo, at: resolvedAt });
}

/**
 * Removes one's own comment. A repeat is a success. Audited first: the trail outlives the comment. 4 resource units.
 * Throws AppError: forbidden, conflict `policy.commentsClosed`.
 */
export async function removeComment(context: Context, actor: Actor, versionKey: string, key: string): Promise<void> {
  const known = context.list(PolicyComments).get(key);
  if (known?.versionKey !== versionKey) return;
  draftOrThrow(context, versionKey);
  if (!mayRemoveComment(actor, known)) throw forbidden('policy.mayNotRemoveComment');
  const at = nowOf(context.clock);
  await recordRemoval(context, { key, versionKey, by: actor.personId, at, writtenAt: known.at });
  await context.list(PolicyComments).remove(key);
}
