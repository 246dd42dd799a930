import { z } from 'zod';
import type { Context } from '../context.ts';
import { stableKey, type PersonId } from '../kernel/index.ts';
import type { SetAside } from '../sharepoint/index.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, DeliveryBlocks, type Campaign } from './delivery-lists.ts';

/** What is readable of a campaign's hand-edited, unparsable blocks. */
export interface UnreadableBlocks {
  /** Their people, who are already enrolled. */
  people: ReadonlySet<PersonId>;
  positions: ReadonlySet<number>;
  /** How many of them may be any block of the campaign. */
  unnumbered: number;
  /** A block without readable people: nobody may be enrolled, to avoid second cards. */
  lost?: SetAside;
}

const raw = z.array(z.looseObject({ person: z.string().min(1) as unknown as z.ZodType<PersonId> }));

/** A block key without its position. */
export const blockKeyStart = (campaign: Campaign): string => `${stableKey(campaign.key)}_`;

/** Only blocks that may belong to the campaign: an unreadable one blocks enrolment where one is missing. */
export function unreadableBlocks(context: Context, campaign: Campaign): UnreadableBlocks {
  const people = new Set<PersonId>();
  const positions = new Set<number>();
  let lost: SetAside | undefined;
  let unnumbered = 0;
  for (const block of context.list(DeliveryBlocks).setAside()) {
    if (!mayBelongTo(context, campaign, block)) continue;
    const inside = peopleIn(block);
    if (inside) for (const person of inside) people.add(person);
    else lost ??= block;
    const position = Number(block.key?.slice(blockKeyStart(campaign).length) ?? block.given?.Position);
    if (Number.isInteger(position)) positions.add(position);
    else unnumbered += 1;
  }
  return { people, positions, unnumbered, ...(lost ? { lost } : {}) };
}

function mayBelongTo(context: Context, campaign: Campaign, { key, given = {} }: SetAside): boolean {
  if (key !== undefined) return key.startsWith(blockKeyStart(campaign));
  const { CampaignKey: campaignKey, Title: title } = given;
  if (typeof campaignKey === 'string' && campaignKey !== '') return campaignKey === campaign.key;
  if (typeof title === 'string' && title !== '') return title.startsWith(titleStart(campaign));
  const isMissingSomewhere = context
    .list(Campaigns)
    .all()
    .some((one) => lacksBlock(context, one));
  return isMissingSomewhere ? lacksBlock(context, campaign) : blocksOf(context, campaign.key).length === 0;
}

const lacksBlock = (context: Context, { key, blocks = 0 }: Campaign): boolean =>
  blocksOf(context, key).length < blocks ||
  blocksOf(context, key).some(({ position }, place) => position !== place + 1);

/** As blocks are called; the number follows. */
const titleStart = ({ title }: Campaign): string => `${title.slice(0, 240)} (`;
export const titleOfBlock = (campaign: Campaign, number: number): string => `${titleStart(campaign)}${number})`;

function peopleIn({ given }: SetAside): readonly PersonId[] | undefined {
  try {
    const read = raw.safeParse(JSON.parse(String(given?.Recipients)));
    return read.success ? read.data.map(({ person }) => person) : undefined;
  } catch {
    return undefined;
  }
}
