import type { Context } from '../context.ts';
import { Campaigns, enrolAudience, enrolJoining, startCampaign, type Campaign } from '../deliveries/index.ts';
import { todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { firstFree } from '../sharepoint/index.ts';
import { hourInDenmark } from '../working-days.ts';
import type { Digest } from './digest.ts';
import { digestKind, digestTitle, isSendingTime } from './digest-kind.ts';
import { digestCampaignKey } from './told.ts';
import { digestsInTurn } from './digests.ts';
import { pagesOf, toldIn, type PageContent, type ToldPerson } from './page.ts';
import { ReminderPages, type ReminderPage } from './page-list.ts';
import { isWhole, linesOf, pagesOn, plannedOn, wasLeftBehind, type Planned } from './planned.ts';
import { wishesOf } from './wishes.ts';

/** Pages written concurrently. */
const together = 4;

/**
 * Plans today's digests in working hours: stores the lines of each person whose hour has come, and adds them to the
 * day's campaign for the sender. Safe to repeat, to miss and to run on several instances: pages and campaign have
 * predictable keys, and people on a page are not planned again. 2 resource units for each 200 people, and as much in
 * the ledger. Throws AppError `unavailable`.
 */
export async function planDigests(context: Context): Promise<void> {
  const day = todayOf(context.clock);
  if (!isSendingTime(context, day)) return;
  // A day is not repeated when the clock is set back.
  if (wasLeftBehind(context, day)) return;
  await enrolJoining(context);
  const hour = hourInDenmark(context.clock.now());
  const due = (await digestsInTurn(context, day)).filter(({ personId }) => wishesOf(context, personId).hour <= hour);
  await writePages(context, day, due);
  if (plannedOn(context, day).size === 0) return;
  await enrolAudience(context, digestKind, await campaignOf(context, day));
}

/** Written before enrolment, so that the log always has the content of each digest. */
async function writePages(context: Context, day: LocalDate, digests: readonly Digest[]): Promise<void> {
  const planned = plannedOn(context, day);
  const rest = digests.flatMap((digest) => restOf(digest, planned.get(digest.personId)));
  const pages = placed(context, day, pagesOf(rest));
  for (let from = 0, some = batchFrom(pages, from); some.length > 0; some = batchFrom(pages, from)) {
    const made = await Promise.all(some.map((page) => writePage(context, day, page)));
    // Another instance plans too: its pages are known now, the rest goes to other pages.
    if (made.includes('existed')) return writePages(context, day, digests);
    from += some.length;
  }
}

const pageKey = (day: LocalDate, position: number): string => `${day}_${position}`;

type PlacedPage = PageContent & Pick<ReminderPage, 'position'>;
/** The pages at the lowest free numbers of their day. */
function placed(context: Context, day: LocalDate, pages: readonly PageContent[]): PlacedPage[] {
  const used = new Set(pagesOn(context, day).map((page) => page.position));
  let position = 0;
  return pages.map((page) => {
    do position = firstFree(context.list(ReminderPages), (number) => pageKey(day, number), position + 1);
    while (used.has(position));
    return { ...page, position };
  });
}

/** Pages to write concurrently. A continuation waits for its first page: a crash leaves no gap. */
function batchFrom(pages: readonly PlacedPage[], from: number): PlacedPage[] {
  const some = pages.slice(from, from + together);
  const goesOn = some.findIndex(({ people }) => people.some(({ more }) => more === true));
  return goesOn < 0 ? some : some.slice(0, goesOn + 1);
}

/** The unwritten part of a digest: all, nothing, or the rest after a crash between two of its pages. */
function restOf(digest: Digest, planned: Planned | undefined): ToldPerson[] {
  const told = toldIn(digest);
  if (!planned) return [told];
  if (isWhole(planned)) return [];
  const written = new Set(linesOf(planned).map(({ key }) => key));
  return [{ ...told, lines: told.lines.filter(({ key }) => !written.has(key)), others: [] }];
}

async function writePage(context: Context, day: LocalDate, page: PlacedPage): Promise<'made' | 'existed'> {
  const { position } = page;
  const { existed } = await context
    .list(ReminderPages)
    .create({ key: pageKey(day, position), title: `${day} (${position})`, day, ...page }, 'background');
  return existed ? 'existed' : 'made';
}

async function campaignOf(context: Context, day: LocalDate): Promise<Campaign> {
  const key = digestCampaignKey(day);
  return (
    context.list(Campaigns).get(key) ??
    (await startCampaign(context, {
      key,
      kind: digestKind.kind,
      title: digestTitle(context, day, 'da'),
      subjectKey: day,
      startedBy: 'system' as PersonId,
    }))
  );
}
