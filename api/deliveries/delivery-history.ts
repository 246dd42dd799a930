import type { Context } from '../context.ts';
import { closedRecords, historyRow, monthOf, type HistoryRow, type Month } from '../history/index.ts';
import { isClosed } from './campaign.ts';
import { campaignKind } from './campaign-kinds.ts';
import { campaignCounts } from './campaign-progress.ts';
import { blocksOf } from './delivery-blocks.ts';
import { Campaigns, DeliveryBlocks, type Campaign, type Recipient } from './delivery-lists.ts';

interface Given {
  /** Days for which rules look back at recipients, and cards are updated. */
  lookBack(context: Context): number;
  /** Whether recipients of a finished campaign are still needed, e.g. by a page. */
  isNeeded(context: Context, campaign: Campaign): boolean;
}

/**
 * History of the ledger: recipients of campaigns whose subject is over, by the month in which the campaign ended. The
 * campaign itself stays, small, with its totals, which prevents resending.
 */
export const deliveryHistory = ({ lookBack, isNeeded }: Given): HistoryRow =>
  historyRow({
    list: DeliveryBlocks,
    lookBack,
    monthOf: (context) => {
      const months = monthsOfCampaigns(context, isNeeded);
      return ({ campaignKey }) => months.get(campaignKey);
    },
    leave: (context, blocks) => leaveSums(context, new Set(blocks.map(({ campaignKey }) => campaignKey))),
  });

function monthsOfCampaigns(context: Context, isNeeded: Given['isNeeded']): ReadonlyMap<string, Month> {
  const months = new Map<string, Month>();
  for (const campaign of context.list(Campaigns).all()) {
    const { key, kind, subjectKey, state, sums } = campaign;
    const isOver = campaignKind(context, kind)?.isOver?.(context, subjectKey) === true;
    if (state === 'sending' || !isOver || isNeeded(context, campaign)) continue;
    if (!isClosed(campaign) && isUnderWay(context, key)) continue;
    months.set(key, sums?.month ?? monthOfEnd(campaign));
  }
  return months;
}

const monthOfEnd = ({ changedAt, startedAt }: Campaign): Month => monthOf(changedAt ?? startedAt);

const isUnderWay = (context: Context, campaignKey: string): boolean =>
  blocksOf(context, campaignKey).some(({ recipients }) => recipients.some(({ state }) => state === 'reserved'));

/** Counted once, while the campaign is complete: a large one is moved in parts. 2 resource units a campaign. */
async function leaveSums(context: Context, campaignKeys: ReadonlySet<string>): Promise<void> {
  const campaigns = context.list(Campaigns);
  for (const key of campaignKeys) {
    const campaign = campaigns.get(key);
    if (!campaign || isClosed(campaign)) continue;
    const counts = campaignCounts(context, campaign);
    const month = monthOfEnd(campaign);
    await campaigns.update(key, ({ sums }) => ({ sums: { ...sums, counts, month } }), 'background');
  }
}

/** Recipients of a campaign in history. Units and errors as `closedRecords`. */
export async function closedRecipients(context: Context, campaign: Campaign): Promise<readonly Recipient[]> {
  const { month } = campaign.sums ?? {};
  if (month === undefined) return [];
  const where = { column: 'CampaignKey', values: [campaign.key] };
  const blocks = await closedRecords(context, DeliveryBlocks, month, where);
  return blocks.flatMap(({ recipients }) => recipients);
}
