import { addDays, digest, localDate, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { backSince } from '../organisation/index.ts';
import type { PolicyVersion } from './policy-version-list.ts';

/** What a version is to its readers; a discarded draft is none any more. */
export type PolicyState = Exclude<PolicyVersion['state'], 'discarded'>;
/** A version that has been published, also when the next one has taken over since. */
export type PublishedVersion<V extends PolicyVersion = PolicyVersion> = V & { publishedAt: Instant };

const wasPublished = <V extends PolicyVersion>(version: V): version is PublishedVersion<V> =>
  (version.state === 'published' || version.state === 'superseded') && version.publishedAt !== undefined;

/** The published versions, oldest first: the order in which they were in force, by number within one moment. */
export const inOrder = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V>[] =>
  versions.filter(wasPublished).sort((one, other) => byMoment(one, other) || compareNumbers(one.number, other.number));
const byMoment = (one: PublishedVersion, other: PublishedVersion) =>
  Number(one.publishedAt > other.publishedAt) - Number(one.publishedAt < other.publishedAt);

/**
 * The version in force: the latest published. That an older one is superseded follows from it, so that the time
 * between the two writes (or a crash there) never shows two versions in force.
 */
export const latest = <V extends PolicyVersion>(versions: readonly V[]): PublishedVersion<V> | undefined => {
  const found = inOrder(versions).at(-1);
  return found?.state === 'published' ? found : undefined;
};

export const stateOf = <V extends PolicyVersion>(version: V, versions: readonly V[]): PolicyState => {
  if (version.state === 'draft') return 'draft';
  return latest(versions)?.key === version.key ? 'published' : 'superseded';
};

/** When the next version took over, or `undefined` while it is in force. */
export const endOf = <V extends PolicyVersion>(version: V, versions: readonly V[]): Instant | undefined => {
  const order = inOrder(versions);
  const place = order.findIndex(({ key }) => key === version.key);
  return place < 0 ? undefined : (order[place + 1]?.publishedAt ?? version.supersededAt);
};

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

/** On whose word a version is published: that of who says why, or that of those who approved it (R10). */
export type Grounds = { by: PersonId } & ({ reason: string } | { approvalKey: string; effectiveOn: LocalDate });

/** The fields that make a draft a published version: the state and that it happened are one item write. */
export function published(
  version: PolicyVersion,
  grounds: Grounds,
  given: { now: Instant; withinDays: number; previousKey: string | undefined },
) {
  return {
    state: 'published',
    publishedAt: given.now,
    publishedBy: grounds.by,
    acknowledgeBy: addDays(localDate(given.now), given.withinDays),
    contentHash: contentHash(version),
    previousKey: given.previousKey,
    ...('reason' in grounds
      ? { publishReason: grounds.reason }
      : { approvalKey: grounds.approvalKey, effectiveOn: grounds.effectiveOn }),
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
    const { hiredOn } = person;
    const begun = hiredOn !== undefined && hiredOn > asked ? hiredOn : asked;
    const back = backSince(person, today);
    const ready = back !== undefined && back > begun ? back : begun;
    return ready === asked ? own : addDays(ready, withinDays);
  };
}
