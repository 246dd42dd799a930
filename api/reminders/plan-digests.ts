import type { Context } from '../context.ts';
import { Campaigns, enrolAudience, enrolJoining, startCampaign, type Campaign } from '../deliveries/index.ts';
import { todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { hourInDenmark } from '../working-days.ts';
import type { Digest } from './digest.ts';
import { digestCampaignKey, digestKind, isSendingTime } from './digest-kind.ts';
import { digestsOf } from './digests.ts';
import { pagesOf, type PageContent } from './page.ts';
import { ReminderPages } from './page-list.ts';
import { pagesOn, plannedOn } from './planned.ts';
import { wishesOf } from './wishes.ts';

/** Pages written at the same time. */
const together = 4;

/**
 * Plans today's digests in the working hours of a working day: writes down who is told what, of those whose hour has
 * come, and puts them into the campaign of the day; the sender does the rest. Safe to run twice, to miss and on several
 * instances: pages and campaign have predictable keys, and whoever stands on a page is not planned again. 2 resource
 * units for each 200 people, and as much in the ledger. Throws AppError `unavailable`.
 */
export async function planDigests(context: Context): Promise<void> {
  const day = todayOf(context.clock);
  if (!isSendingTime(context, day)) return;
  await enrolJoining(context);
  const hour = hourInDenmark(context.clock.now());
  const due = digestsOf(context, day).filter(({ personId }) => wishesOf(context, personId).hour <= hour);
  await writePages(context, day, due);
  if (plannedOn(context, day).size === 0) return;
  await enrolAudience(context, digestKind, await campaignOf(context, day));
}

/** Written before anybody is enrolled, so that the log can always say what somebody was told. */
async function writePages(context: Context, day: LocalDate, digests: readonly Digest[]): Promise<void> {
  const planned = plannedOn(context, day);
  const pages = pagesOf(digests.filter(({ personId }) => !planned.has(personId)));
  const last = Math.max(0, ...pagesOn(context, day).map(({ position }) => position));
  for (let from = 0; from < pages.length; from += together) {
    const made = await Promise.all(
      pages.slice(from, from + together).map((page, index) => writePage(context, day, last + from + index + 1, page)),
    );
    // Another instance plans too: what it wrote is known now, the rest goes on other pages.
    if (made.includes('existed')) return writePages(context, day, digests);
  }
}

async function writePage(
  context: Context,
  day: LocalDate,
  position: number,
  page: PageContent,
): Promise<'made' | 'existed'> {
  const { existed } = await context
    .list(ReminderPages)
    .create({ key: `${day}_${position}`, title: `${day} (${position})`, day, position, ...page }, 'background');
  return existed ? 'existed' : 'made';
}

async function campaignOf(context: Context, day: LocalDate): Promise<Campaign> {
  const key = digestCampaignKey(day);
  return (
    context.list(Campaigns).get(key) ??
    (await startCampaign(context, {
      key,
      kind: digestKind.kind,
      title: titleOf(context, day),
      subjectKey: day,
      startedBy: 'system' as PersonId,
    }))
  );
}
const titleOf = (context: Context, day: LocalDate): string =>
  context.texts('da')('documents.reminders.campaign', { day: danish.format(new Date(`${day}T12:00:00Z`)) });
const danish = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
