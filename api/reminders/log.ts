import type { Context } from '../context.ts';
import { campaignCounts, Campaigns, DeliveryBlocks, recipientOf, type Campaign } from '../deliveries/index.ts';
import { derivation } from '../derivation.ts';
import { isLocalDate, missing, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { allObligations } from '../obligations/index.ts';
import { everybodyByName, fold, foldedMatch, freshnessOf, personRef } from '../organisation/index.ts';
import type { LogDay, LogRow } from './contract.ts';
import { digestCampaignKey } from './digest-kind.ts';
import { ReminderPages } from './page-list.ts';
import { linesOf, plannedOn, type Planned } from './planned.ts';
import { digestCampaignKind, toldOn } from './told.ts';

export interface LogQuery {
  personId?: string | undefined;
  q?: string | undefined;
  offset: number;
  limit: number;
}

const freshness = (context: Context) => freshnessOf(context, Campaigns, DeliveryBlocks, ReminderPages);

/** The days on which digests went out, newest first: what became of the cards, and of what people were told. */
export const logDays = (context: Context): { days: LogDay[]; freshness: ReturnType<typeof freshness> } => ({
  days: context
    .list(Campaigns)
    .all()
    .filter(({ kind }) => kind === digestCampaignKind)
    .map((campaign) => dayOf(context, campaign))
    .sort((one, other) => (one.day < other.day ? 1 : -1)),
  freshness: freshness(context),
});

function dayOf(context: Context, campaign: Campaign): LogDay {
  const day = campaign.subjectKey as LocalDate;
  const { told, doneSince } = outcomeOf(context, day);
  return { day, counts: { ...campaignCounts(context, campaign) }, told, doneSince };
}

interface Outcome {
  told: number;
  doneSince: number;
  stillOwed: ReadonlySet<string>;
}
const outcomes = derivation([Campaigns, DeliveryBlocks, ReminderPages], () => new Map<LocalDate, Outcome>());

/** How many got the card, and how many of the own tasks on it are done, or no longer owed. */
function outcomeOf(context: Context, day: LocalDate): Outcome {
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
/** What is open, or waits while somebody is on leave. */
function keysOwed(context: Context): ReadonlySet<string> {
  const all = allObligations(context);
  const known = owed.get(all) ?? new Set(all.flatMap(({ state, key }) => (state === 'done' ? [] : [key])));
  owed.set(all, known);
  return known;
}

/** Who was told what on a day, in the order of a phone book. Throws AppError missing `reminders.noSuchDay`. */
export function logOf(context: Context, day: string, query: LogQuery) {
  if (!isLocalDate(day)) throw missing('reminders.noSuchDay');
  const planned = plannedOn(context, day);
  const search = fold(query.q ?? '');
  const found = everybodyByName(context).filter(
    ({ person, folded }) =>
      planned.has(person.key as PersonId) &&
      (query.personId === undefined || person.key === query.personId) &&
      foldedMatch(folded, search),
  );
  return {
    rows: found.slice(query.offset, query.offset + query.limit).flatMap(({ person }) => {
      const told = planned.get(person.key as PersonId);
      return told ? [rowOf(context, day, person.key as PersonId, told)] : [];
    }),
    total: found.length,
    freshness: freshness(context),
  };
}

function rowOf(context: Context, day: LocalDate, person: PersonId, told: Planned): LogRow {
  const campaign = context.list(Campaigns).get(digestCampaignKey(day));
  const { state = 'waiting', code, at } = recipientOf(context, digestCampaignKey(day), person) ?? {};
  const stillOwed = keysOwed(context);
  return {
    person: personRef(context, person),
    state: state === 'waiting' && campaign?.state === 'cancelled' ? 'cancelled' : state,
    ...(code === undefined ? {} : { code }),
    ...(at === undefined ? {} : { at }),
    lines: linesOf(told).map(({ subject, key, of }) => ({
      ...subject,
      ...(of ? { person: personRef(context, of) } : {}),
      doneSince: !stillOwed.has(key),
    })),
  };
}
