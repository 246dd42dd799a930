import type { Context } from '../context.ts';
import type { Instant } from '../kernel/index.ts';
import { isWorkingTime, workingTimeFrom } from '../working-days.ts';
import type { CampaignKind, Hours } from './campaign-kind.ts';
import { campaignKind } from './campaign-kinds.ts';
import type { Campaign } from './delivery-lists.ts';

type Sent = Pick<Campaign, 'subjectKey' | 'state'>;

const whenOf = (context: Context, { hours }: CampaignKind, campaign: Sent): Hours['when'] =>
  typeof hours.when === 'function' ? hours.when(context, campaign) : hours.when;

/** Whether people may join a campaign and its cards may leave at this moment. The one place that decides it. */
export const mayLeaveNow = (context: Context, kind: CampaignKind, campaign: Sent): boolean =>
  whenOf(context, kind, campaign) !== 'working' || isWorkingTime(context.clock.now());

/** When the cards of a campaign that waits for working hours leave; undefined when nothing holds them back. */
export function leavesAt(context: Context, campaign: Sent & Pick<Campaign, 'kind'>): Instant | undefined {
  const kind = campaignKind(context, campaign.kind);
  if (!kind || campaign.state !== 'sending' || mayLeaveNow(context, kind, campaign)) return undefined;
  return workingTimeFrom(context.clock.now());
}
