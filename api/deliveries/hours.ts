import type { Context } from '../context.ts';
import { localDate, nowOf, type Instant } from '../kernel/index.ts';
import { isWorkingTime, workingTimeFrom } from '../working-days.ts';
import type { CampaignKind, Hours } from './campaign-kind.ts';
import { campaignKind } from './campaign-kinds.ts';
import type { Campaign } from './delivery-lists.ts';

type Sent = Pick<Campaign, 'subjectKey' | 'state'>;

const whenOf = (context: Context, { hours }: CampaignKind, campaign: Sent): Hours['when'] =>
  typeof hours.when === 'function' ? hours.when(context, campaign) : hours.when;

/** Whether a campaign's cards may be sent now. The only place that decides it. */
export const mayLeaveNow = (context: Context, kind: CampaignKind, campaign: Sent): boolean =>
  isAtWork(context, kind, campaign) && !isBefore(context, kind, campaign);

/**
 * Whether people may join a campaign now: when its cards may be sent, and from the morning of a day on which they are
 * sent later, so that nothing else is planned for them.
 */
export function mayJoinNow(context: Context, kind: CampaignKind, campaign: Sent): boolean {
  if (!isBefore(context, kind, campaign)) return isAtWork(context, kind, campaign);
  const from = kind.hours.from?.(context, campaign);
  const now = context.clock.now();
  return from !== undefined && localDate(from) === localDate(now) && isWorkingTime(now);
}

const isAtWork = (context: Context, kind: CampaignKind, campaign: Sent): boolean =>
  whenOf(context, kind, campaign) !== 'working' || isWorkingTime(context.clock.now());
function isBefore(context: Context, kind: CampaignKind, campaign: Sent): boolean {
  const from = kind.hours.from?.(context, campaign);
  return from !== undefined && nowOf(context.clock) < from;
}

/** When the cards of a campaign are sent next: now where they may. */
export function nextLeave(context: Context, kind: CampaignKind, campaign: Sent): Instant {
  const now = nowOf(context.clock);
  if (mayLeaveNow(context, kind, campaign)) return now;
  const from = kind.hours.from?.(context, campaign) ?? now;
  const first = from > now ? from : now;
  return whenOf(context, kind, campaign) === 'working' ? workingTimeFrom(new Date(first)) : first;
}

/** When the cards of a campaign waiting for working hours are sent; undefined when not waiting. */
export function leavesAt(context: Context, campaign: Sent & Pick<Campaign, 'kind'>): Instant | undefined {
  const kind = campaignKind(context, campaign.kind);
  if (!kind || campaign.state !== 'sending' || mayLeaveNow(context, kind, campaign)) return undefined;
  return nextLeave(context, kind, campaign);
}
