import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import {
  blocksOf,
  Campaigns,
  DeliveryBlocks,
  isClosed,
  type Campaign,
  type DeliveryBlock,
} from '../deliveries/index.ts';
import { derivation } from '../derivation.ts';
import { isLocalDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { readBlock, type Read, type Told, type ToldPeople } from './told-in-block.ts';

export type { Told } from './told-in-block.ts';

export const digestCampaignKind = 'digest';
/** The one campaign of a day: each person is in it once, so gets at most one card a day. */
export const digestCampaignKey = (day: LocalDate): string => `${digestCampaignKind}-${day}`;
/** The day of a digest campaign by its key, whatever its fields; undefined for other campaigns. */
export function digestDay({
  key,
  kind,
  subjectKey,
}: Pick<Campaign, 'key' | 'kind' | 'subjectKey'>): LocalDate | undefined {
  if (kind !== digestCampaignKind) return undefined;
  return [key.slice(digestCampaignKind.length + 1), subjectKey].find(isLocalDate);
}

interface CampaignRead extends Read {
  blocks: readonly DeliveryBlock[];
  /** People not to be reminded again: those reminded, and those uncertain for the second time. */
  settled: ToldPeople;
  /** Days with a reminder, certain or not. */
  days: ReadonlySet<LocalDate>;
}
const readCampaigns = contextPart<Map<string, CampaignRead>>('reminders/told/readCampaigns');
/** People reminded by a campaign; recomputed when one of its blocks changes. */
function readCampaign(context: Context, campaign: Campaign): CampaignRead {
  const { key } = campaign;
  const kept = readCampaigns.get(context) ?? new Map<string, CampaignRead>();
  readCampaigns.set(context, kept);
  const blocks = blocksOf(context, key);
  const known = kept.get(key);
  if (known && isSame(known.blocks, blocks)) return known;
  const day = digestDay(campaign);
  const reads = blocks.map((block) => readBlock(block, day));
  const told = new Map(reads.flatMap((one) => [...one.told]));
  const perhaps = new Map(reads.flatMap((one) => [...one.perhaps]));
  const repeats = [...perhaps].filter(([, { isRepeat }]) => isRepeat);
  const read: CampaignRead = {
    blocks,
    told,
    perhaps,
    settled: repeats.length === 0 ? told : new Map<PersonId, Told>([...told, ...repeats]),
    days: new Set([...told.values(), ...perhaps.values()].map((one) => one.day)),
    coming: new Set(reads.flatMap(({ coming }) => [...coming])),
  };
  kept.set(key, read);
  return read;
}

const isSame = <One>(some: readonly One[], others: readonly One[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

interface Ledger {
  /** The latest day whose digest is in history. */
  closedThrough: LocalDate | undefined;
  /** Oldest first. */
  digests: readonly { day: LocalDate; read: CampaignRead }[];
  /** The latest uncertain digest that was no repeat. */
  perhaps: ReadonlyMap<PersonId, LocalDate>;
  /** Campaigns with separate cards, by subject. */
  cards: ReadonlyMap<string, readonly OwnCampaign[]>;
  /** The same by day: of thousands of campaigns few sent anything on one. */
  byDay: ReadonlyMap<LocalDate, readonly OwnCampaign[]>;
  sending: readonly OwnCampaign[];
}
interface OwnCampaign {
  isSending: boolean;
  read: CampaignRead;
}
const ledger = derivation([Campaigns, DeliveryBlocks], (context): Ledger => {
  const digests: { day: LocalDate; read: CampaignRead }[] = [];
  const all: { subjectKey: string; card: OwnCampaign }[] = [];
  let closedThrough: LocalDate | undefined;
  for (const campaign of context.list(Campaigns).all()) {
    const { key, subjectKey, state } = campaign;
    const day = digestDay(campaign);
    if (isClosed(campaign)) {
      // Drops campaigns moved to history.
      readCampaigns.get(context)?.delete(key);
      if (day !== undefined && (closedThrough === undefined || day > closedThrough)) closedThrough = day;
      continue;
    }
    const read = readCampaign(context, campaign);
    if (day !== undefined) digests.push({ day, read });
    else all.push({ subjectKey, card: { isSending: state === 'sending', read } });
  }
  const onDays = all.flatMap(({ card }) => [...card.read.days].map((day) => ({ day, card })));
  digests.sort((one, other) => (one.day < other.day ? -1 : 1));
  const perhaps = digests.flatMap(({ day, read }) =>
    [...read.perhaps].flatMap(([person, { isRepeat }]) => (isRepeat ? [] : [[person, day] as const])),
  );
  return {
    closedThrough,
    digests,
    perhaps: new Map(perhaps),
    cards: grouped(all, ({ subjectKey }) => subjectKey),
    byDay: grouped(onDays, ({ day }) => day),
    sending: all.map(({ card }) => card).filter(({ isSending }) => isSending),
  };
});

const grouped = <Key, One extends { card: OwnCampaign }>(all: readonly One[], keyOf: (one: One) => Key) =>
  new Map([...Map.groupBy(all, keyOf)].map(([key, found]) => [key, found.map(({ card }) => card)] as const));

interface Fold {
  parts: readonly ToldPeople[];
  latest: ToldPeople;
}
const folds = contextPart<Map<LocalDate, Fold>>('reminders/told/folds');
/** Days asked about: today, and those previewed. */
const mostDays = 8;

/**
 * Everybody's latest digest before a day, from the ledger alone. Asked for each person: recomputed in full only when an
 * earlier day's digest has changed, which sending today's does not.
 */
export const toldBefore = (context: Context, day: LocalDate): ToldPeople => {
  const days = foldsNow(context);
  const known = days.get(day) ?? foldBefore(context, day);
  days.set(day, known);
  return known;
};
/** Valid until the ledger changes. */
const foldsNow = derivation([Campaigns, DeliveryBlocks], () => new Map<LocalDate, ToldPeople>());

function foldBefore(context: Context, day: LocalDate): ToldPeople {
  const kept = folds.get(context) ?? new Map<LocalDate, Fold>();
  folds.set(context, kept);
  const parts = ledger(context)
    .digests.filter((digest) => digest.day < day)
    .map(({ read }) => read.settled);
  const known = kept.get(day);
  if (known && isSame(known.parts, parts)) return known.latest;
  if (kept.size >= mostDays) kept.clear();
  const latest = new Map<PersonId, Told>();
  for (const part of parts) for (const [person, told] of part) latest.set(person, told);
  kept.set(day, { parts, latest });
  return latest;
}

/** When a person was last reminded before a day. Everything in history counts as sent: no rule looks back that far. */
export function latestTold(context: Context, personId: PersonId, day: LocalDate): Told | undefined {
  const told = toldBefore(context, day).get(personId);
  const { closedThrough } = ledger(context);
  return told ?? (closedThrough !== undefined && closedThrough < day ? { day: closedThrough } : undefined);
}

/** The digests with content for a person from a day on and before another, newest first. */
export function* digestsTelling(
  context: Context,
  personId: PersonId,
  before: LocalDate,
  from: LocalDate,
): Generator<Told> {
  const { digests } = ledger(context);
  for (let place = digests.length - 1; place >= 0; place -= 1) {
    const digest = digests[place];
    if (!digest || digest.day >= before) continue;
    if (digest.day < from) return;
    const told = digest.read.settled.get(personId);
    if (told) yield told;
  }
}

const nobody: ToldPeople = new Map();
/** Recipients of a day's digest; without uncertain ones. */
export const toldOn = (context: Context, day: LocalDate): ToldPeople =>
  ledger(context).digests.find((digest) => digest.day === day)?.read.told ?? nobody;

/** Whether a day's digest may repeat an uncertain one that followed all certain ones. */
export function isDigestRepeated(context: Context, personId: PersonId, day: LocalDate): boolean {
  const perhaps = ledger(context).perhaps.get(personId);
  if (perhaps === undefined || perhaps >= day) return false;
  const told = toldBefore(context, day).get(personId);
  return told === undefined || told.day < perhaps;
}

/** A person's separate card about one subject, such as a published policy's. */
export interface OwnCard {
  latest?: Told;
  /** About to be sent. */
  isComing: boolean;
}

/** The separate card about a subject; undefined without one. */
export function ownCard(context: Context, subjectKey: string, personId: PersonId): OwnCard | undefined {
  const campaigns = ledger(context).cards.get(subjectKey);
  if (!campaigns) return undefined;
  let latest: Told | undefined;
  let isComing = false;
  for (const { isSending, read } of campaigns) {
    const told = read.told.get(personId);
    if (told && (!latest || latest.day < told.day)) latest = told;
    isComing ||= isSending && read.coming.has(personId);
  }
  return { ...(latest ? { latest } : {}), isComing };
}

/**
 * Whether a person gets another card on a day: the digest then waits for the next working day, as people get at most
 * one card a day.
 */
export function hasOtherCard(context: Context, personId: PersonId, day: LocalDate): boolean {
  const { byDay, sending } = ledger(context);
  const reaches = ({ told, perhaps }: Read) => told.get(personId)?.day === day || perhaps.get(personId)?.day === day;
  if (byDay.get(day)?.some(({ read }) => reaches(read)) === true) return true;
  return day === todayOf(context.clock) && sending.some(({ read }) => read.coming.has(personId));
}
