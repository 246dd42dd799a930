import { addDays, dayBegins, digest, localDate, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { readySince, type Leaves } from '../organisation/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** A version's state to its readers; discarded drafts have none. `coming`: published, with a later first day. */
export type PolicyState = Exclude<PolicyVersion['state'], 'discarded'> | 'coming';
/** A published version, also when superseded since. */
export type PublishedVersion<V extends PolicyVersion = PolicyVersion> = V & { publishedAt: Instant };

const wasPublished = <V extends PolicyVersion>(version: V): version is PublishedVersion<V> =>
  (version.state === 'published' || version.state === 'superseded') && version.publishedAt !== undefined;

/** The first day it applies: its effective date, and never before publication. */
export function firstDay(version: PublishedVersion): LocalDate {
  const known = firstDays.get(version);
  if (known !== undefined) return known;
  const day = laterOf(version.effectiveOn, localDate(version.publishedAt));
  firstDays.set(version, day);
  return day;
}
/** Needed for every person between two receipts; a changed version is another object. */
const firstDays = new WeakMap<PublishedVersion, LocalDate>();
const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Every published version, by effective day, then by time and number. */
export const everPublished = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V>[] =>
  versions.filter(wasPublished).sort(byDay);
const byDay = (one: PublishedVersion, other: PublishedVersion) =>
  firstDay(one).localeCompare(firstDay(other)) || byMoment(one, other) || compareNumbers(one.number, other.number);
const byMoment = (one: PublishedVersion, other: PublishedVersion) =>
  Number(one.publishedAt > other.publishedAt) - Number(one.publishedAt < other.publishedAt);

/**
 * The published versions in order of effect, oldest first. One to come, overtaken by a higher number, is never in
 * force.
 */
export const inOrder = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V>[] =>
  everPublished(versions).filter((version, place, all) => !isOvertaken(version, all.slice(0, place)));
const isOvertaken = (version: PublishedVersion, earlier: readonly PublishedVersion[]): boolean =>
  firstDay(version) > localDate(version.publishedAt) &&
  earlier.some(({ number }) => compareNumbers(number, version.number) > 0);

/**
 * The version in force on a day: the latest effective by then. An older one's superseded state is derived, so that the
 * time between the two writes (or a crash there) never shows two versions in force; and where an older one is stored as
 * superseded, the next has begun, whatever its date.
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

/** The published versions not yet in force, the next first. */
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

/** When the next version supersedes it, or `undefined` if none will. */
export const endOf = <V extends PolicyVersion>(version: V, versions: readonly V[]): Instant | undefined => {
  const order = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  const next = place < 0 ? undefined : order[place + 1];
  return version.supersededAt ?? (next ? begins(next) : undefined);
};

/** When a version comes into force: on publication, or as its first day begins. */
export const begins = (version: PublishedVersion): Instant =>
  firstDay(version) > localDate(version.publishedAt) ? dayBegins(firstDay(version)) : version.publishedAt;

/**
 * The versions whose receipts count for this one, newest first: itself, and while it is a minor version the previous
 * one, and so on to the latest major. A draft counts as coming.
 */
export function receiptChain<V extends PolicyVersion>(version: V, versions: readonly V[]): V[] {
  const order: V[] = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  const upTo = place < 0 ? [...order, version] : order.slice(0, place + 1);
  const root = upTo.findLastIndex(({ changeKind }) => changeKind === 'major');
  return upTo.slice(Math.max(root, 0)).reverse();
}

/** The previous version, in order of effect. */
export const before = <V extends PolicyVersion>(version: V, versions: readonly V[]): V | undefined => {
  const order: V[] = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  return place < 0 ? order.at(-1) : order[place - 1];
};

/** SHA-256 of what is acknowledged: title, number and text. Frozen at publication. */
export const contentHash = ({ title, number, body }: Pick<PolicyVersion, 'title' | 'number' | 'body'>): string =>
  digest(JSON.stringify([title, number, body]));

/** Negative when `one` is the lower version number; `4.2` is lower than `4.10`. */
export function compareNumbers(one: string, other: string): number {
  const [majorOne = 0, minorOne = 0] = one.split('.').map(Number);
  const [majorOther = 0, minorOther = 0] = other.split('.').map(Number);
  return majorOne - majorOther || minorOne - minorOther;
}

/** When a version published without approval applies and its cards are sent (`publishTerms`). */
const publishWhens = ['now', 'morning', 'asWritten'] as const;
export type PublishWhen = (typeof publishWhens)[number];

/** The authority of a publication: a person with a reason, or an approval (R10). */
export type Grounds = { by: PersonId; effectiveOn: LocalDate; cardsAt?: Instant | undefined } & (
  | { reason: string }
  | { approvalKey: string }
);

/**
 * Fields that publish a draft: state and event are one item write. `askedUntil`: the last deadline of the version whose
 * receipts count for it.
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

type Dated = Leaves & { hiredOn?: LocalDate | undefined };

/**
 * Anybody's deadline for one version: the version's own, later for people hired or back from leave since, who get as
 * many days as the others. Used for 50,000 people at a time, so days are only computed for those.
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
