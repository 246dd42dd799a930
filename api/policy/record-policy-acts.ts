import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import type { Instant, PersonId } from '../kernel/index.ts';
import type { PolicyComment } from './comment-list.ts';
import type { PublishedVersion } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** Audits the publication of a version, from the version itself. Idempotent. */
export async function recordPublication(context: Context, version: PublishedVersion): Promise<void> {
  if (version.publishedBy === undefined) return;
  await recordAct(context, {
    act: 'publishPolicy',
    subjectKey: version.key,
    actorId: version.publishedBy,
    at: version.publishedAt,
    details: {
      number: version.number,
      changeKind: version.changeKind,
      contentHash: version.contentHash ?? null,
      previousKey: version.previousKey ?? null,
      approvalKey: version.approvalKey ?? null,
    },
  });
}

/** The same for a discarded draft; nothing for other versions. */
export async function recordDiscarding(context: Context, version: PolicyVersion): Promise<void> {
  const { key, number, discardedBy, discardedAt } = version;
  if (discardedBy === undefined || discardedAt === undefined) return;
  const about = { act: 'discardPolicy', subjectKey: key, actorId: discardedBy, at: discardedAt };
  await recordAct(context, { ...about, details: { number } });
}

/** Audits a comment on a draft, from the comment itself: ids only, never its words. Idempotent. */
export const recordComment = (context: Context, { key, versionKey, personId, at }: PolicyComment): Promise<void> =>
  recordAct(context, { act: 'commentOnPolicy', subjectKey: versionKey, actorId: personId, at, occasion: key });

/** The same of an answer: ids only, no words. */
export const recordAnswer = (context: Context, { key, versionKey, by, at }: CommentAct): Promise<void> =>
  recordAct(context, { act: 'answerComment', subjectKey: versionKey, actorId: by, at, occasion: `${key} ${at}` });

interface CommentAct {
  key: string;
  versionKey: string;
  by: PersonId;
  at: Instant;
}

/** Audits that a comment was resolved, or reopened. */
export const recordCommentSeenTo = (
  context: Context,
  { key, versionKey, by, at, resolved }: CommentAct & { resolved: boolean },
): Promise<void> =>
  recordAct(context, {
    act: resolved ? 'resolveComment' : 'reopenComment',
    subjectKey: versionKey,
    actorId: by,
    at,
    occasion: `${key} ${at}`,
    details: { commentKey: key },
  });

/** Audits the removal of a comment, which is removed once, however often that is tried. */
export const recordRemoval = (
  context: Context,
  { key, versionKey, by, at, writtenAt }: CommentAct & { writtenAt: Instant },
): Promise<void> =>
  recordAct(context, {
    act: 'removeComment',
    subjectKey: versionKey,
    actorId: by,
    at,
    occasion: `${key} ${writtenAt}`,
    details: { commentKey: key },
  });
