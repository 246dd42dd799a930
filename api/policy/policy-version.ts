import { addDays, dayBegins, digest, localDate, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { readySince } from '../organisation/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** What a version is to its readers; a discarded draft is none any more. `coming`: published, with a later first day. */
export type PolicyState = Exclude<PolicyVersion['state'], 'discarded'> | 'coming';
/** A version that has been published, also when the next one has taken over since. */
export type PublishedVersion<V extends PolicyVersion = PolicyVersion> = V & { publishedAt: Instant };

const wasPublished = <V extends PolicyVersion>(version: V): version is PublishedVersion<V> =>
  (version.state === 'published' || version.state === 'superseded') && version.publishedAt !== undefined;

/** The first day on which it applies: the day it says, and never before it was published. */
export function firstDay(version: PublishedVersion): LocalDate {
  const known = firstDays.get(version);
  if (known !== undefined) return known;
  const day = laterOf(version.effectiveOn, localDate(version.publishedAt));
  firstDays.set(version, day);
  return day;
}
/** Asked for every person between two receipts; a version that changes is another object. */
const firstDays = new WeakMap<PublishedVersion, LocalDate>();
const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Every version that was published, by the day it applies from, by moment and number within a day. */
export const everPublished = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V>[] =>
  versions.filter(wasPublished).sort(byDay);
const byDay = (one: PublishedVersion, other: PublishedVersion) =>
  firstDay(one).localeCompare(firstDay(other)) || byMoment(one, other) || compareNumbers(one.number, other.number);
const byMoment = (one: PublishedVersion, other: PublishedVersion) =>
  Number(one.publishedAt > other.publishedAt) - Number(one.publishedAt < other.publishedAt);

/**
 * The published versions in the order in which they are in force, oldest first. One that was to come later and was
 * overtaken by a higher number meanwhile is never in force.
 */
export const inOrder = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V>[] =>
  everPublished(versions).filter((version, place, all) => !isOvertaken(version, all.slice(0, place)));
const isOvertaken = (version: PublishedVersion, earlier: readonly PublishedVersion[]): boolean =>
  firstDay(version) > localDate(version.publishedAt) &&
  earlier.some(({ number }) => compareNumbers(number, version.number) > 0);

/**
 * The version in force on a day: the latest that applies by then. That an older one is superseded follows from it, so
 * that the time between the two writes (or a crash there) never shows two versions in force; and where the older one is
 * written down as superseded, the next has begun, whatever its day says.
 */
export const latest = <V extends PolicyVersion>(
  versions: readonly V[],
  today: LocalDate,
): PublishedVersion<V> | undefined => {
  const found = inOrder(versions).findLast(
    (version, place, order) => firstDay(version) <= today || order[place - 1]?.state === 'superseded',
  );
  return found?.state === 'published' ? found : undefined;
};

/** The published versions that nothing is in force of yet, the next first. */
export function comingOf<V extends PolicyVersion>(versions: readonly V[], today: LocalDate): PublishedVersion<V>[] {
  const order = inOrder(versions);
  const now = latest(versions, today);
  const rest = order.slice(order.findIndex(({ key }) => key === now?.key) + 1);
  return rest.filter((version) => version.state === 'published' && firstDay(version) > today);
}

export const stateOf = <V extends PolicyVersion>(version: V, versions: readonly V[], today: LocalDate): PolicyState => {
  if (version.state === 'draft') return 'draft';
  if (latest(versions, today)?.key === version.key) return 'published';
  return comingOf(versions, today).some(({ key }) => key === version.key) ? 'coming' : 'superseded';
};

/** When the next version takes over, or `undefined` while none is to. */
export const endOf = <V extends PolicyVersion>(version: V, versions: readonly V[]): Instant | undefined => {
  const order = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  const next = place < 0 ? undefined : order[place + 1];
  return version.supersededAt ?? (next ? begins(next) : undefined);
};

/** When a version comes into force: as it is published, or as its first day begins. */
export const begins = (version: PublishedVersion): Instant =>
  firstDay(version) > localDate(version.publishedAt) ? dayBegins(firstDay(version)) : version.publishedAt;

/**
 * The versions whose receipts count for this one, newest first: itself, and while it is a minor change the one before,
 * and so on to the latest major. A draft is read as the one to come.
 */
export function receiptChain<V extends PolicyVersion>(version: V, versions: readonly V[]): V[] {
  const order: V[] = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  const upTo = place < 0 ? [...order, version] : order.slice(0, place + 1);
  const root = upTo.findLastIndex(({ changeKind }) => changeKind === 'major');
  return upTo.slice(Math.max(root, 0)).reverse();
}

/** The version before, as they were in force. */
export const before = <V extends PolicyVersion>(version: V, versions: readonly V[]): V | undefined => {
  const order: V[] = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  return place < 0 ? order.at(-1) : order[place - 1];
};

/** SHA-256 of what people acknowledge: title, number and text. Frozen at publication. */
export const contentHash = ({ title, number, body }: Pick<PolicyVersion, 'title' | 'number' | 'body'>): string =>
  digest(JSON.stringify([title, number, body]));

/** Negative when `one` is the lower version number; `4.2` is lower than `4.10`. */
export function compareNumbers(one: string, other: string): number {
  const [majorOne = 0, minorOne = 0] = one.split('.').map(Number);
  const [majorOther = 0, minorOther = 0] = other.split('.').map(Number);
  return majorOne - majorOther || minorOne - minorOther;
}

/** When one that is published past those who approve it applies and its cards leave (`publishTerms`). */
export const publishWhens = ['now', 'morning', 'asWritten'] as const;
export type PublishWhen = (typeof publishWhens)[number];

/** On whose word a version is published: that of who says why, or that of those who approved it (R10). */
export type Grounds = { by: PersonId; effectiveOn: LocalDate; cardsAt?: Instant | undefined } & (
  | { reason: string }
  | { approvalKey: string }
);

/**
 * The fields that make a draft a published version: the state and that it happened are one item write. `askedUntil`: the last day of
 * the version whose receipts count for it.
 */
export function published(
  version: PolicyVersion,
  grounds: Grounds,
  given: { now: Instant; withinDays: number; previousKey: string | undefined; askedUntil: LocalDate | undefined },
) {
  return {
    state: 'published',
    publishedAt: given.now,
    publishedBy: grounds.by,
    effectiveOn: grounds.effectiveOn,
    acknowledgeBy:
      given.askedUntil ??
      addDays(laterOf(grounds.effectiveOn, localDate(grounds.cardsAt ?? given.now)), given.withinDays),
    contentHash: contentHash(version),
    previousKey: given.previousKey,
    ...(grounds.cardsAt === undefined ? {} : { cardsAt: grounds.cardsAt }),
    ...('reason' in grounds ? { publishReason: grounds.reason } : { approvalKey: grounds.approvalKey }),
  } as const satisfies Partial<PolicyVersion>;
}

interface Dated {
  hiredOn?: LocalDate | undefined;
  absentFrom?: LocalDate | undefined;
  absentTo?: LocalDate | undefined;
}

/**
 * The last day of anybody for one version: the version's own, later for whoever was hired or came back from leave
 * since, who has as many days as the others had. Asked for 50,000 people at a time, so days are only reckoned for those.
 */
export function dueDays(
  version: Pick<PolicyVersion, 'acknowledgeBy' | 'effectiveOn'>,
  today: LocalDate,
  withinDays: number,
): (person: Dated) => LocalDate {
  const own = version.acknowledgeBy ?? version.effectiveOn;
  const asked = addDays(own, -withinDays);
  return (person) => {
    const ready = readySince(person, asked, today);
    return ready === asked ? own : addDays(ready, withinDays);
  };
}
