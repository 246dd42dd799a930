import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import type { PublishedVersion } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** Appends that a version was published, from what the version itself says. Safe to repeat. */
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
