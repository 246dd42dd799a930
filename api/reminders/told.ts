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
/** The one campaign of a day: nobody stands in it twice, so nobody gets two cards a day. */
export const digestCampaignKey = (day: LocalDate): string => `${digestCampaignKind}-${day}`;
/** The day of a digest's campaign by its key, whatever was edited in its fields; undefined of other campaigns. */
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
  /** Whom reminders do not tell again: everybody who was told, and who perhaps was for the second time. */
  settled: ToldPeople;
  /** On which somebody was told, or perhaps was. */
  days: ReadonlySet<LocalDate>;
}
const readCampaigns = contextPart<Map<string, CampaignRead>>('reminders/told/readCampaigns');
/** Whom a campaign told, put together anew only when one of its blocks has changed. */
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
  /** The latest day whose digest has become history. */
  closedThrough: LocalDate | undefined;
  /** Oldest first. */
  digests: readonly { day: LocalDate; read: CampaignRead }[];
  /** The latest digest that perhaps came, and was no repeat. */
  perhaps: ReadonlyMap<PersonId, LocalDate>;
  /** Campaigns that send a card of its own, by subject. */
  cards: ReadonlyMap<string, readonly OwnCampaign[]>;
  /** The same by day: of thousands of campaigns only a few told anybody on one. */
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
      // What has become history is held by nobody.
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
/** The days asked about: today, and what somebody previews. */
const mostDays = 8;

/**
 * The latest digest of everybody before a day, from the ledger alone. Asked for each person: all of it is walked only
 * when a digest of an earlier day has changed, which sending today's does not.
 */
export const toldBefore = (context: Context, day: LocalDate): ToldPeople => {
  const days = foldsNow(context);
  const known = days.get(day) ?? foldBefore(context, day);
  days.set(day, known);
  return known;
};
/** What is right as long as nothing at all changes in the ledger. */
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

/**
 * When a person was last told before a day. What lies in the days that have become history counts as told: no rule looks
 * back that far, and whoever was told then is not told of it again.
 */
export function latestTold(context: Context, personId: PersonId, day: LocalDate): Told | undefined {
  const told = toldBefore(context, day).get(personId);
  const { closedThrough } = ledger(context);
  return told ?? (closedThrough !== undefined && closedThrough < day ? { day: closedThrough } : undefined);
}

/** The digests that told a person something from a day on and before another, the newest first. */
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
/** Who got the digest of a day; whoever perhaps did is not among them. */
export const toldOn = (context: Context, day: LocalDate): ToldPeople =>
  ledger(context).digests.find((digest) => digest.day === day)?.read.told ?? nobody;

/** Whether what a digest of a day says may have been said before: by one that perhaps came, after all that did. */
export function isDigestRepeated(context: Context, personId: PersonId, day: LocalDate): boolean {
  const perhaps = ledger(context).perhaps.get(personId);
  if (perhaps === undefined || perhaps >= day) return false;
  const told = toldBefore(context, day).get(personId);
  return told === undefined || told.day < perhaps;
}

/** How a person was told about one subject by a card of its own, such as a published policy's. */
export interface OwnCard {
  latest?: Told;
  /** It is about to be sent. */
  isComing: boolean;
}

/** The card of its own about a subject; undefined when there is none. */
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
 * Whether another card reaches a person on a day, or is about to: then the digest waits for the next working day, since
 * nobody gets two cards a day.
 */
export function hasOtherCard(context: Context, personId: PersonId, day: LocalDate): boolean {
  const { byDay, sending } = ledger(context);
  const reaches = ({ told, perhaps }: Read) => told.get(personId)?.day === day || perhaps.get(personId)?.day === day;
  if (byDay.get(day)?.some(({ read }) => reaches(read)) === true) return true;
  return day === todayOf(context.clock) && sending.some(({ read }) => read.coming.has(personId));
}
