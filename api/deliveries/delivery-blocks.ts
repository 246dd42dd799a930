import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import {
  Campaigns,
  DeliveryBlocks,
  type Campaign,
  type DeliveryBlock,
  type Recipient,
  type CountedState,
} from './delivery-lists.ts';

const blocksByCampaign = derivation([DeliveryBlocks], (context) => {
  const found = new Map<string, Stored<DeliveryBlock>[]>();
  for (const block of context.list(DeliveryBlocks).all()) {
    const blocks = found.get(block.campaignKey);
    if (blocks) blocks.push(block);
    else found.set(block.campaignKey, [block]);
  }
  for (const blocks of found.values()) blocks.sort((one, other) => one.position - other.position);
  return found;
});

/** The campaign's blocks by position. */
export const blocksOf = (context: Context, campaignKey: string): readonly Stored<DeliveryBlock>[] =>
  blocksByCampaign(context).get(campaignKey) ?? [];

/** A block's recipients by person; cached per object, since records are immutable. */
const cache = new WeakMap<DeliveryBlock, ReadonlyMap<PersonId, Recipient>>();
function recipientsByPerson(block: DeliveryBlock): ReadonlyMap<PersonId, Recipient> {
  let known = cache.get(block);
  if (!known) {
    known = new Map(block.recipients.map((recipient) => [recipient.person, recipient]));
    cache.set(block, known);
  }
  return known;
}

export const countedAs = ({ state, isRepeat }: Pick<Recipient, 'state' | 'isRepeat'>): CountedState =>
  state === 'sent' && isRepeat === true ? 'sentAgain' : state;

/** A person's entry in a campaign; undefined when in no block. */
export function recipientOf(context: Context, campaignKey: string, personId: PersonId): Recipient | undefined {
  for (const block of blocksOf(context, campaignKey)) {
    const recipient = recipientsByPerson(block).get(personId);
    if (recipient) return recipient;
  }
  return undefined;
}

/** Campaigns about a subject, newest first. */
export const campaignsAbout = (context: Context, subjectKey: string): readonly Stored<Campaign>[] =>
  newestFirst(
    context
      .list(Campaigns)
      .all()
      .filter((campaign) => campaign.subjectKey === subjectKey),
  );

export const newestFirst = <C extends Campaign>(campaigns: readonly C[]): C[] =>
  campaigns.toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1));

/** A person's entry in the newest campaign about a subject that includes them. */
export function deliveryOf(context: Context, subjectKey: string, personId: PersonId): Recipient | undefined {
  for (const campaign of campaignsAbout(context, subjectKey)) {
    const recipient = recipientOf(context, campaign.key, personId);
    if (recipient) return recipient;
  }
  return undefined;
}
