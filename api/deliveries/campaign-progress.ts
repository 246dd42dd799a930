import type { Context } from '../context.ts';
import { missing, type Actor } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import { campaignAbilities, isClosed } from './campaign.ts';
import { campaignTitle } from './campaign-kinds.ts';
import type { CampaignView } from './contract.ts';
import { blocksOf, countedAs, newestFirst } from './delivery-blocks.ts';
import { leavesAt } from './hours.ts';
import { Campaigns, type Campaign, type CountedState, type DeliveryBlock } from './delivery-lists.ts';
import { sendRate } from './send-meter.ts';

/** Campaign progress: every recipient counted in exactly one state. Throws AppError `missing`. */
export function campaignProgress(context: Context, actor: Actor, campaignKey: string): CampaignView {
  const campaign = context.list(Campaigns).get(campaignKey);
  if (!campaign) throw missing('deliveries.campaign');
  const counts = campaignCounts(context, campaign);
  const audience = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { key, kind, subjectKey, state, startedAt, stopCode } = campaign;
  const leaving = leavesAt(context, campaign);
  return {
    key,
    title: campaignTitle(context, campaign, actor.language),
    kind,
    subjectKey,
    state,
    ...(stopCode === undefined ? {} : { stopCode }),
    startedAt,
    ...(leaving === undefined ? {} : { cardsAt: leaving }),
    startedBy: personRef(context, campaign.startedBy),
    audience,
    counts,
    ...pace(context, campaign, counts),
    abilities: campaignAbilities(actor, campaign),
  };
}

/** Campaigns, newest first. */
export const campaignList = (context: Context, actor: Actor): CampaignView[] =>
  newestFirst(context.list(Campaigns).all()).map(({ key }) => campaignProgress(context, actor, key));

export type Counts = Partial<Record<CountedState, number>>;

/** Recipients by state; empty states are left out. */
export function campaignCounts(context: Context, campaign: Campaign): Counts {
  const counts: Counts = { ...campaign.sums?.counts };
  for (const block of isClosed(campaign) ? [] : blocksOf(context, campaign.key))
    for (const [state, count] of blockCounts(block)) counts[state] = (counts[state] ?? 0) + count;
  if (campaign.state === 'cancelled' && counts.waiting !== undefined) {
    counts.cancelled = (counts.cancelled ?? 0) + counts.waiting;
    delete counts.waiting;
  }
  return counts;
}

const cache = new WeakMap<DeliveryBlock, ReadonlyMap<CountedState, number>>();
function blockCounts(block: DeliveryBlock): ReadonlyMap<CountedState, number> {
  const known = cache.get(block);
  if (known) return known;
  const counts = new Map<CountedState, number>();
  for (const recipient of block.recipients) {
    const state = countedAs(recipient);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  cache.set(block, counts);
  return counts;
}

function pace(context: Context, campaign: Campaign, counts: Counts): { ratePerSecond?: number; secondsLeft?: number } {
  const left = (counts.waiting ?? 0) + (counts.reserved ?? 0);
  const rate = campaign.state === 'sending' && left > 0 ? sendRate(context, campaign.key) : undefined;
  if (rate === undefined || rate === 0) return {};
  return { ratePerSecond: Math.round(rate * 10) / 10, secondsLeft: Math.ceil(left / rate) };
}
