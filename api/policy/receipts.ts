import { receiptOf, receiptsOf, type Acknowledgement } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import type { Instant, PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { receiptChain } from './policy-version.ts';
import type { PolicyVersion } from './policy-version-list.ts';
import { policyVersion, policyVersions } from './versions.ts';

/** A valid receipt: of the version itself, or of an earlier one it carries over from (minor version). */
export interface Receipt {
  personId: PersonId;
  versionKey: string;
  outcome: 'acknowledged' | 'carriedOver';
  at: Instant;
  channel: Acknowledgement['channel'];
  contentHash: string;
  /** Who recorded it, if on paper. */
  recordedBy?: PersonId;
  note?: string;
  /** The version it was given for, if carried over. */
  carriedFrom?: { key: string; number: string };
}

const receipt = (stored: Stored<Acknowledgement>, version: PolicyVersion, given: PolicyVersion): Receipt => ({
  personId: stored.personId,
  versionKey: version.key,
  outcome: given.key === version.key && stored.outcome === 'acknowledged' ? 'acknowledged' : 'carriedOver',
  at: stored.at,
  channel: stored.channel,
  contentHash: stored.contentHash,
  ...(stored.recordedBy === undefined ? {} : { recordedBy: stored.recordedBy }),
  ...(stored.note === undefined ? {} : { note: stored.note }),
  ...(given.key === version.key ? {} : { carriedFrom: { key: given.key, number: given.number } }),
});

interface Given {
  given: PolicyVersion;
  receipts: ReadonlyMap<PersonId, Stored<Acknowledgement>>;
}
const chainOf = (context: Context, version: PolicyVersion): Given[] =>
  receiptChain<PolicyVersion>(version, policyVersions(context)).map((given) => ({
    given,
    receipts: receiptsOf(context, given.key).positive,
  }));

/**
 * Finds anybody's valid receipt for one version. Carrying over is derived from the chain of versions, never stored
 * (docs/decisions/0002-receipts-carry-over.md): a minor version is free for those with a receipt.
 */
export function validReceipts(context: Context, version: PolicyVersion): (personId: PersonId) => Receipt | undefined {
  const chain = chainOf(context, version);
  return (personId) => {
    for (const { given, receipts } of chain) {
      const stored = receipts.get(personId);
      if (stored) return receipt(stored, version, given);
    }
    return undefined;
  };
}

/** Whether anybody has a valid receipt: for counting, without creating receipts. */
export function receiptHolders(context: Context, version: PolicyVersion): (personId: PersonId) => boolean {
  const chain = chainOf(context, version);
  return (personId) => chain.some(({ receipts }) => receipts.has(personId));
}

/**
 * A person's valid receipt for a version, `carriedOver` when given for an earlier one before a minor version;
 * `undefined` without one, or for an unknown version. Found by key, so that one person's look-up between two receipts
 * of others costs the same with 50,000 people. Of an earlier version after `openVersions`.
 */
export function acknowledgementOf(context: Context, versionKey: string, personId: PersonId): Receipt | undefined {
  const version = policyVersion(context, versionKey);
  if (!version) return undefined;
  for (const given of receiptChain<PolicyVersion>(version, policyVersions(context))) {
    const stored = receiptOf(context, given.key, personId);
    if (stored) return receipt(stored, version, given);
  }
  return undefined;
}
