import type { Context } from '../context.ts';
import { ProvisionedLists, type Stored } from '../sharepoint/index.ts';
import { campaignKind } from './campaign-kinds.ts';
import { isClosed } from './campaign.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, DeliveryBlocks, type Campaign } from './delivery-lists.ts';
import { blockKeyStart, unreadableBlocks } from './unreadable-blocks.ts';

/** A campaign with deleted blocks of recipients. */
export interface IncompleteCampaign {
  campaign: Stored<Campaign>;
  /** Numbers of the missing blocks, from 1. */
  missing: readonly number[];
}

/** The number in a block's key, whatever its fields say. */
const numberIn = (key: string, campaign: Campaign): number | undefined => {
  const start = blockKeyStart(campaign);
  const number = key.startsWith(start) ? Number(key.slice(start.length)) : NaN;
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

/** Numbers of the campaign's existing blocks. */
function presentBlocks(context: Context, campaign: Campaign): Set<number> {
  const found = new Set<number>();
  for (const { key, position } of blocksOf(context, campaign.key)) found.add(numberIn(key, campaign) ?? position);
  return found;
}

/**
 * Number of a campaign's blocks: the count in its item, plus later ones without a gap. A gap is left by a crashed run
 * and filled before later blocks count.
 */
export function blockCount(context: Context, campaign: Campaign): number {
  const present = presentBlocks(context, campaign);
  let count = campaign.blocks ?? 0;
  while (present.has(count + 1)) count += 1;
  return count;
}
/** 50,000 people need 250; a higher count is a typing error. */
const mostBlocks = 10_000;

/**
 * The campaign's deleted blocks, by number. Their people would count as newcomers and get a second card, so nobody
 * joins until they are restored. A set-aside block exists.
 */
export function missingBlocks(context: Context, campaign: Campaign): readonly number[] {
  const count = Math.min(campaign.blocks ?? 0, mostBlocks);
  if (count === 0 || isClosed(campaign)) return [];
  const list = context.list(DeliveryBlocks);
  const present = presentBlocks(context, campaign);
  const isThere = (number: number) => present.has(number) || list.get(`${blockKeyStart(campaign)}${number}`);
  const numbers = Array.from({ length: count }, (_, place) => place + 1);
  const absent = numbers.filter((number) => !isThere(number));
  if (absent.length === 0) return [];
  const { positions, unnumbered } = unreadableBlocks(context, campaign);
  const missing = absent.filter((number) => !positions.has(number));
  return missing.slice(0, Math.max(0, missing.length - unnumbered));
}

/**
 * Open campaigns with missing blocks. After `provision --take-as-it-is DeliveryBlocks` earlier ones are not reported
 * again; nobody joins them either.
 */
export function incompleteCampaigns(context: Context): readonly IncompleteCampaign[] {
  const takenAt = takenAsItIs(context);
  return context
    .list(Campaigns)
    .all()
    .flatMap((campaign) => {
      const { kind, state, startedAt, subjectKey, blocks } = campaign;
      if (state === 'cancelled' || blocks === undefined || (takenAt !== undefined && startedAt < takenAt)) return [];
      const missing = missingBlocks(context, campaign);
      if (missing.length === 0 || campaignKind(context, kind)?.isOver?.(context, subjectKey) === true) return [];
      return [{ campaign, missing }];
    });
}

function takenAsItIs(context: Context): string | undefined {
  const memory = context.list(ProvisionedLists);
  return memory.held() ? undefined : memory.get(DeliveryBlocks.name)?.takenAt;
}
