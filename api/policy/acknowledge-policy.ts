import { giveOwnReceipt } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { conflict, missing, type Actor } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { openVersions } from './ended-versions.ts';
import { contentHash, receiptChain } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { acknowledgementOf, type Receipt } from './receipts.ts';
import { currentPolicy, policyState, policyVersions, versionOrThrow } from './versions.ts';

export interface Acknowledged {
  result: 'acknowledged' | 'alreadyAcknowledged';
  receipt: Receipt;
  version: Stored<PolicyVersion>;
}

/** Whether its receipt counts for the version in force: a minor version was published meanwhile. */
function carriesOver(context: Context, { key }: PolicyVersion): boolean {
  const current = currentPolicy(context);
  return (
    current !== undefined &&
    receiptChain<PolicyVersion>(current, policyVersions(context)).some((version) => version.key === key)
  );
}

/**
 * Acknowledges the version (R9). A repeat returns the first receipt, also after the version is superseded. One
 * superseded by a minor version only is acknowledged as read, and carries over. 2 resource units the first time. Throws
 * AppError: missing `policy.noSuchVersion` (a draft too), conflict `policy.superseded` with the number in force,
 * `policy.notYetInForce` with its first day, unavailable.
 */
export async function acknowledgePolicy(
  context: Context,
  actor: Actor,
  input: { versionKey: string; channel: 'card' | 'tab' },
): Promise<Acknowledged> {
  const version = versionOrThrow(context, input.versionKey);
  await openVersions(context, [version], actor.personId);
  const first = acknowledgementOf(context, version.key, actor.personId);
  if (first?.outcome === 'acknowledged') return { result: 'alreadyAcknowledged', receipt: first, version };

  const state = policyState(context, version);
  if (state === 'draft') throw missing('policy.noSuchVersion');
  if (state === 'coming') throw conflict('policy.notYetInForce', { number: version.number, day: version.effectiveOn });
  if (state === 'superseded' && !carriesOver(context, version)) {
    const current = currentPolicy(context);
    throw conflict('policy.superseded', { number: version.number, current: current?.number ?? version.number });
  }

  const { record, existed } = await giveOwnReceipt(context, actor, {
    versionKey: version.key,
    channel: input.channel,
    contentHash: version.contentHash ?? contentHash(version),
  });
  const { personId, versionKey, at, channel } = record;
  return {
    result: existed ? 'alreadyAcknowledged' : 'acknowledged',
    receipt: { personId, versionKey, outcome: 'acknowledged', at, channel, contentHash: record.contentHash },
    version,
  };
}
