import type { Context } from '../context.ts';
import {
  campaignCounts,
  Campaigns,
  closedRecipients,
  countedAs,
  DeliveryBlocks,
  isClosed,
  recipientOf,
  type Campaign,
  type Recipient,
} from '../deliveries/index.ts';
import { derivation } from '../derivation.ts';
import { closedRecords, partsOfMonth, monthOf } from '../history/index.ts';
import { isLocalDate, missing, type Actor, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { allObligations } from '../obligations/index.ts';
import { centreRef, everybodyByName, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import type { LogDay, LogRow } from './contract.ts';
import { ReminderPages, type ReminderPage } from './page-list.ts';
import { maySeeReminded } from './permissions.ts';
import { linesOf, otherCentres, pagesOn, plannedIn, plannedOn, type Planned } from './planned.ts';
import { digestCampaignKey, digestDay, toldOn } from './told.ts';

export interface LogQuery {
  personId?: string | undefined;
  q?: string | undefined;
  offset: number;
  limit: number;
}

const freshness = (context: Context) => freshnessOf(context, Campaigns, DeliveryBlocks, ReminderPages);

/** Days with digests, newest first: results of the cards and of their tasks. */
export const logDays = (context: Context, actor: Actor) => ({
  days: context
    .list(Campaigns)
    .all()
    .flatMap((campaign) => {
      const day = digestDay(campaign);
      return day === undefined ? [] : [dayOf(context, campaign, day)];
    })
    .sort((one, other) => (one.day < other.day ? 1 : -1)),
  abilities: { seePeople: maySeeReminded(actor) },
  freshness: freshness(context),
});

function dayOf(context: Context, campaign: Campaign, day: LocalDate): LogDay {
  const { told, doneSince } = closedOutcome(campaign) ?? outcomeOf(context, day);
  return { day, counts: { ...campaignCounts(context, campaign) }, told, doneSince, closed: isClosed(campaign) };
}

/** Totals as of the move to history. */
function closedOutcome({ sums }: Campaign): { told: number; doneSince: number } | undefined {
  if (sums?.told === undefined || sums.doneSince === undefined) return undefined;
  return { told: sums.told, doneSince: sums.doneSince };
}

export interface Outcome {
  told: number;
  doneSince: number;
  stillOwed: ReadonlySet<string>;
}
const outcomes = derivation([Campaigns, DeliveryBlocks, ReminderPages], () => new Map<LocalDate, Outcome>());

/** How many got the card, and how many own tasks on it are done, or no longer due. */
export function outcomeOf(context: Context, day: LocalDate): Outcome {
  const stillOwed = keysOwed(context);
  const known = outcomes(context).get(day);
  if (known?.stillOwed === stillOwed) return known;
  const planned = plannedOn(context, day);
  const people = [...toldOn(context, day).keys()];
  const own = people.flatMap((personId) => ownLines(planned.get(personId)));
  const doneSince = own.filter(({ key }) => !stillOwed.has(key)).length;
  const outcome = { told: people.length, doneSince, stillOwed };
  outcomes(context).set(day, outcome);
  return outcome;
}

const ownLines = (planned: Planned | undefined) => (planned ? linesOf(planned).filter(({ of }) => !of) : []);

const owed = new WeakMap<readonly Obligation[], ReadonlySet<string>>();
/** Open, or paused by leave. */
function keysOwed(context: Context): ReadonlySet<string> {
  const all = allObligations(context);
  const known = owed.get(all) ?? new Set(all.flatMap(({ state, key }) => (state === 'done' ? [] : [key])));
  owed.set(all, known);
  return known;
}

/**
 * A day's recipients and their lines, in the order of a phone book. Days in history are read from their file. Throws
 * AppError: missing `reminders.noSuchDay`, and for such days as `closedRecords`.
 */
export async function logOf(context: Context, day: string, query: LogQuery) {
  if (!isLocalDate(day)) throw missing('reminders.noSuchDay');
  const [planned, recipientFor] = await Promise.all([plannedEver(context, day), recipientsEver(context, day)]);
  const search = fold(query.q ?? '');
  const found = everybodyByName(context).filter(
    ({ person, folded }) =>
      planned.has(person.key as PersonId) &&
      (query.personId === undefined || person.key === query.personId) &&
      foldedMatch(folded, search),
  );
  const stillOwed = keysOwed(context);
  return {
    rows: found.slice(query.offset, query.offset + query.limit).flatMap(({ person }) => {
      const personId = person.key as PersonId;
      const told = planned.get(personId);
      return told ? [rowOf(context, { day, personId, told, stillOwed, recipient: recipientFor(personId) })] : [];
    }),
    total: found.length,
    freshness: freshness(context),
  };
}

/** Including days in history; where both have pages, those in the list are newer. */
async function plannedEver(context: Context, day: LocalDate): Promise<ReadonlyMap<PersonId, Planned>> {
  if (partsOfMonth(context, ReminderPages.name, monthOf(day)).length === 0) return plannedOn(context, day);
  const pages = new Map<string, ReminderPage>();
  const where = { column: 'Day', values: [day] };
  for (const page of await closedRecords(context, ReminderPages, monthOf(day), where)) pages.set(page.key, page);
  for (const page of pagesOn(context, day)) pages.set(page.key, page);
  return plannedIn([...pages.values()]);
}

type RecipientFor = (personId: PersonId) => Recipient | undefined;
async function recipientsEver(context: Context, day: LocalDate): Promise<RecipientFor> {
  const key = digestCampaignKey(day);
  const campaign = context.list(Campaigns).get(key);
  if (!campaign || !isClosed(campaign)) return (personId) => recipientOf(context, key, personId);
  const found = new Map((await closedRecipients(context, campaign)).map((one) => [one.person, one] as const));
  return (personId) => found.get(personId) ?? recipientOf(context, key, personId);
}

interface Row {
  day: LocalDate;
  personId: PersonId;
  told: Planned;
  stillOwed: ReadonlySet<string>;
  recipient: Recipient | undefined;
}
function rowOf(context: Context, { day, personId, told, stillOwed, recipient }: Row): LogRow {
  const campaign = context.list(Campaigns).get(digestCampaignKey(day));
  const state = recipient ? countedAs(recipient) : 'waiting';
  const { code, at } = recipient ?? {};
  return {
    person: personRef(context, personId),
    state: state === 'waiting' && campaign?.state === 'cancelled' ? 'cancelled' : state,
    ...(code === undefined ? {} : { code }),
    ...(at === undefined ? {} : { at }),
    lines: linesOf(told).map(({ subject, key, of }) => ({
      ...subject,
      ...(of ? { person: personRef(context, of) } : {}),
      doneSince: !stillOwed.has(key),
    })),
    others: otherCentres(told).map(({ centre, overdue, groups }) => {
      const known = centreRef(context, centre);
      return {
        ...(known ? { centre: known } : {}),
        overdue,
        groups: groups.map(({ about, count }) => ({ kind: about.kind, title: about.title, count })),
      };
    }),
  };
}
