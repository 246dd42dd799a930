import { LRUCache } from 'lru-cache';
import { Acknowledgements, receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { percentDone } from '../documents/index.ts';
import type { CentreRef, FreshnessView } from '../http/contract.ts';
import { inSlices, localDate, todayOf, type CentreId, type LocalDate, type PersonId } from '../kernel/index.ts';
import {
  centreOn,
  centreRef,
  Centres,
  centres,
  freshnessOf,
  isAway,
  isEmployed,
  People,
} from '../organisation/index.ts';
import { before, endOf, receiptChain } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { isAsked, policyVersion, policyVersions } from './versions.ts';

/** `people` = `acknowledged` + `missing`; `percent` is 0–100 with one decimal. */
export interface Share {
  people: number;
  acknowledged: number;
  missing: number;
  percent: number;
}
export interface CentreShare extends Share {
  /** Absent: people without a centre. */
  centre?: CentreRef;
  /** The centre's share of the previous version, on its last day. */
  previousPercent?: number;
}
export interface Coverage extends Share {
  /** The whole share of the previous version, on its last day. */
  previousPercent?: number;
  /** On leave: nothing is due until the return, and they are not counted. */
  onLeave: number;
  /** Most missing first. */
  centres: readonly CentreShare[];
  freshness: FreshnessView;
}

interface Count {
  people: number;
  acknowledged: number;
}
interface Counts {
  readonly whole: Count;
  centres: ReadonlyMap<CentreId | undefined, Count>;
  onLeave: number;
}

const shareOf = (count: Count): Share => ({
  ...count,
  missing: count.people - count.acknowledged,
  percent: percentDone(count.acknowledged, count.people),
});

/**
 * Coverage of a version (R9): today for the one in force; for an earlier one as on its last day, with that day's people
 * and centres. `undefined` without receipts: a draft, one to come, an unknown version. From memory: no Graph call; of
 * an earlier version after `openCoverage`.
 */
export function policyCoverage(context: Context, versionKey: string): Coverage | undefined {
  const version = policyVersion(context, versionKey);
  if (!version || !isAsked(context, version)) return undefined;
  const counts = countsOf(context, version);
  const previous = before<PolicyVersion>(version, policyVersions(context));
  const earlier = previous && countsOf(context, previous);
  const rows = [...counts.centres].map(([centreId, count]): CentreShare => {
    const centre = centreRef(context, centreId);
    const then = earlier?.centres.get(centreId);
    return {
      ...(centre ? { centre } : {}),
      ...shareOf(count),
      ...(then ? { previousPercent: percentDone(then.acknowledged, then.people) } : {}),
    };
  });
  return {
    ...shareOf(counts.whole),
    ...(earlier ? { previousPercent: percentDone(earlier.whole.acknowledged, earlier.whole.people) } : {}),
    onLeave: counts.onLeave,
    centres: rows.sort((one, other) => other.missing - one.missing),
    freshness: freshnessOf(context, People, Acknowledgements, PolicyVersions, Centres),
  };
}

/** The same in time slices, as it takes a pass over everybody. */
export async function policyCoverageInTurn(context: Context, versionKey: string): Promise<Coverage | undefined> {
  const version = policyVersion(context, versionKey);
  if (version && isAsked(context, version)) {
    const previous = before<PolicyVersion>(version, policyVersions(context));
    for (const one of previous ? [version, previous] : [version])
      await inSlices(countingOf(context, one), () => undefined);
  }
  return policyCoverage(context, versionKey);
}

/** The people of a version, and the progress of counting receipts. */
interface Counting {
  /** Day, people, centres and versions counted. */
  signature: string;
  counts: Counts;
  /** People counted, with their centre. */
  places: ReadonlyMap<PersonId, Count>;
  /** Givers of receipts, by version of the chain, and how many are counted. */
  givers: readonly { of: readonly PersonId[]; counted: number }[];
  counted: Set<PersonId>;
}
/** The one in force, the previous one, and others viewed. */
const cachedVersions = 6;
const cache = contextPart<LRUCache<string, Counting>>('policy/coverage');

/**
 * One pass over the people when something about them changes. Receipts are counted incrementally, so that one more
 * costs the same with 50,000 people.
 */
function countsOf(context: Context, version: PolicyVersion): Counts {
  const pass = countingOf(context, version);
  let step = pass.next();
  while (step.done !== true) step = pass.next();
  return step.value;
}

/** Counting in steps; partial progress is reused unless the people have changed. */
function* countingOf(context: Context, version: PolicyVersion): Generator<undefined, Counts> {
  const known = cache.get(context) ?? new LRUCache<string, Counting>({ max: cachedVersions });
  cache.set(context, known);
  const day = countedOn(context, version);
  const givers = receiptChain<PolicyVersion>(version, policyVersions(context)).map(
    ({ key }) => receiptsOf(context, key).givers,
  );
  const lists = [context.list(People), context.list(PolicyVersions), context.list(Centres)].map(({ version: v }) => v);
  const signature = [day, ...lists].join(' ');
  const found = known.get(version.key);
  const goesOn = found?.signature === signature && givers.every((of, place) => of === found.givers[place]?.of);
  const counting = goesOn ? found : { signature, ...(yield* peopleCounted(context, day)), ...uncounted(givers) };
  for (const giver of counting.givers)
    while (giver.counted < giver.of.length) {
      const personId = giver.of[giver.counted];
      giver.counted += 1;
      countReceipt(counting, personId);
      if (giver.counted % stepLength === 0) yield undefined;
    }
  known.set(version.key, counting);
  return counting.counts;
}

const uncounted = (givers: readonly (readonly PersonId[])[]): Pick<Counting, 'givers' | 'counted'> => ({
  givers: givers.map((of) => ({ of, counted: 0 })),
  counted: new Set(),
});

/** Several receipts of a person, by carrying over, count once. */
function countReceipt({ counts, places, counted }: Counting, personId: PersonId | undefined): void {
  const centre = personId === undefined ? undefined : places.get(personId);
  if (!centre || personId === undefined || counted.has(personId)) return;
  counted.add(personId);
  centre.acknowledged += 1;
  counts.whole.acknowledged += 1;
}

/** Today, or the last day of a superseded version. */
export function countedOn(context: Context, version: PolicyVersion): LocalDate {
  const end = endOf<PolicyVersion>(version, policyVersions(context));
  const today = todayOf(context.clock);
  return end === undefined || localDate(end) > today ? today : localDate(end);
}

/** People and receipts of a step. */
const stepLength = 1_000;

function* peopleCounted(context: Context, day: LocalDate): Generator<undefined, Pick<Counting, 'counts' | 'places'>> {
  const known = new Set<CentreId>(
    context
      .list(Centres)
      .all()
      .map(({ key }) => key as CentreId),
  );
  const whole: Count = { people: 0, acknowledged: 0 };
  const inUse = centres(context).map(({ key }) => key as CentreId);
  const counts = new Map<CentreId | undefined, Count>(inUse.map((key) => [key, { people: 0, acknowledged: 0 }]));
  const places = new Map<PersonId, Count>();
  let onLeave = 0;
  let walked = 0;
  for (const person of context.list(People).all()) {
    walked += 1;
    if (walked % stepLength === 0) yield undefined;
    if (!isEmployed(person, day)) continue;
    if (isAway(person, day)) {
      onLeave += 1;
      continue;
    }
    const placed = centreOn(person, day);
    // An unknown centre counts as none.
    const centreId = placed !== undefined && known.has(placed) ? placed : undefined;
    const centre = counts.get(centreId) ?? { people: 0, acknowledged: 0 };
    counts.set(centreId, centre);
    places.set(person.key as PersonId, centre);
    whole.people += 1;
    centre.people += 1;
  }
  return { counts: { whole, centres: counts, onLeave }, places };
}
