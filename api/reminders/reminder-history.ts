import type { Context } from '../context.ts';
import { Campaigns, type Campaign } from '../deliveries/index.ts';
import { historyRow, monthOf, type HistoryRow } from '../history/index.ts';
import type { LocalDate } from '../kernel/index.ts';
import { cadenceOf, reminderKinds } from './cadences.ts';
import { cardsKeptDays } from './left-of-digest.ts';
import { outcomeOf } from './log.ts';
import { ReminderPages } from './page-list.ts';
import { pagesOn } from './planned.ts';
import { digestCampaignKey, digestDay } from './told.ts';

/** A week until the weekly digest, a week between two escalations, and the longest run of closed days. */
const slackDays = 21;

/**
 * Days that the reminder rules look back: cards are updated that long, and no step of an open obligation is older than
 * the longest step of its kind. Longer when the security team sets longer steps.
 */
export function remindersLookBack(context: Context): number {
  const longest = reminderKinds(context).map((kind) => {
    const { before, overdueEvery } = cadenceOf(context, kind);
    return Math.max(overdueEvery, ...before);
  });
  return Math.max(cardsKeptDays, ...longest) + slackDays;
}

/** Digests as history, by day. A day's results stay with its campaign. */
export const reminderHistory = (): HistoryRow =>
  historyRow({
    list: ReminderPages,
    lookBack: remindersLookBack,
    monthOf:
      () =>
      ({ day }) =>
        monthOf(day),
    leave: async (context, pages) => {
      for (const day of new Set(pages.map((page) => page.day))) await leaveOutcome(context, day);
    },
  });

/** Counted once, while the day's pages are complete. 2 resource units a day. */
async function leaveOutcome(context: Context, day: LocalDate): Promise<void> {
  const key = digestCampaignKey(day);
  const campaign = context.list(Campaigns).get(key);
  if (!campaign || campaign.sums?.doneSince !== undefined) return;
  const { told, doneSince } = outcomeOf(context, day);
  await context.list(Campaigns).update(key, ({ sums }) => ({ sums: { ...sums, told, doneSince } }), 'background');
}

/** The ledger of a day stays as long as its pages: results are counted from both. */
export function isDayNeeded(context: Context, campaign: Campaign): boolean {
  const day = digestDay(campaign);
  return day !== undefined && pagesOn(context, day).length > 0;
}
