import { Acknowledgements, acknowledgementKey, type Acknowledgement } from '../../../api/acknowledgements/index.ts';
import type { Context } from '../../../api/context.ts';
import type { Actor, Instant, PersonId } from '../../../api/kernel/index.ts';
import { draftPolicy, publishPolicy, type PolicyDraft, type PolicyVersion } from '../../../api/policy/index.ts';
import { day } from '../organisation/builders.ts';

export const moment = (text: string) => text as Instant;

export const aDraft = (changes: Partial<PolicyDraft> = {}): PolicyDraft => ({
  title: 'Informationssikkerhedspolitik',
  number: '1.0',
  body: '# Politik\n\nPas på data.',
  summary: 'Lås skærmen.',
  changeKind: 'major',
  effectiveOn: day('2026-01-01'),
  ...changes,
});

export const aVersion = (key: string, changes: Partial<PolicyVersion> = {}): PolicyVersion => ({
  key,
  ...aDraft(),
  state: 'published',
  publishedAt: moment('2026-11-01T09:00:00.000Z'),
  ...changes,
});

export const aReceipt = (
  versionKey: string,
  personId: string,
  changes: Partial<Acknowledgement> = {},
): Acknowledgement => ({
  key: acknowledgementKey(versionKey, personId as PersonId),
  title: personId,
  versionKey,
  personId: personId as PersonId,
  outcome: 'acknowledged',
  at: moment('2026-11-10T09:00:00.000Z'),
  channel: 'tab',
  contentHash: 'hash',
  ...changes,
});

export const reason = 'Direktionen har bedt om det';

/** Drafts and publishes. */
export async function publish(context: Context, ciso: Actor, changes: Partial<PolicyDraft> = {}) {
  const { key } = await draftPolicy(context, ciso, aDraft(changes));
  return (await publishPolicy(context, ciso, { versionKey: key, reason })).version;
}

export const receiptsStored = (context: Context) => context.list(Acknowledgements).all();
