import { maySeeWhole, ownCentres } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { fold, foldedMatch } from '../../organisation/index.ts';
import { systemGaps, type OverviewQuery, type VitalRow } from '../contract.ts';
import { gapFor } from './gap-rules.ts';
import { coverageRank } from './plan-facts.ts';
import { rungName } from './rungs.ts';
import { vitalEntries, type VitalEntry } from './vital-entries.ts';
import { compareKeys, type SortKey } from '../../texts/sort.ts';

export type Wanted = Pick<OverviewQuery, 'q' | 'centreId' | 'kind' | 'rung' | 'gap' | 'plan' | 'testing'>;

/** The requested centres; undefined for all. */
export const wantedCentres = (actor: Actor, centreId: string | undefined): readonly string[] | undefined => {
  if (centreId === undefined) return undefined;
  return centreId === 'mine' ? ownCentres(actor) : [centreId];
};

const gapsOfTests: readonly string[] = ['testFailed', 'measuredAboveMtd'];

/**
 * Whether the actor may see an asset's test results: those responsible for the whole, or for a centre that works with
 * it.
 */
const seesResults = (actor: Actor, centreIds: ReadonlySet<string>): boolean =>
  maySeeWhole(actor) || centreIds.size === 0 || ownCentres(actor).some((id) => centreIds.has(id));

function withoutResults({ passed: _passed, recovery: _recovery, ...testing }: NonNullable<VitalRow['testing']>) {
  return { ...testing, aboveMtd: false };
}

/** A row as visible to the actor: that it was tested is general, the result is not. Pure. */
function visibleEntry(actor: Actor, entry: VitalEntry): VitalEntry {
  const sees = seesResults(actor, entry.centreIds);
  const { testing, gaps, ...row } = entry.row;
  if (sees) return { ...entry, row: { ...entry.row, gaps: gaps.map((gap) => gapFor(actor, gap, true)) } };
  return {
    ...entry,
    row: {
      ...row,
      gaps: gaps.filter(({ gap }) => !gapsOfTests.includes(gap)).map((gap) => gapFor(actor, gap, false)),
      ...(testing ? { testing: withoutResults(testing) } : {}),
    },
  };
}

/** Status of a vital asset as visible to the actor; `undefined` when it is not vital. From memory. */
export function visibleVitalRow(context: Context, actor: Actor, assetKey: string): VitalEntry['row'] | undefined {
  const known = vitalEntries(context).get(assetKey);
  return known && visibleEntry(actor, known).row;
}

/** Rows by centre, kind and search, as visible to the actor: the basis of numbers and pictures. */
export function entriesAbout(
  all: Iterable<VitalEntry>,
  actor: Actor,
  { q, centreId, kind }: Pick<Wanted, 'q' | 'centreId' | 'kind'>,
): VitalEntry[] {
  const wanted = wantedCentres(actor, centreId);
  const search = fold(q ?? '');
  return [...all]
    .filter(
      ({ row, folded, centreIds }) =>
        (kind === undefined || row.asset.kind === kind) &&
        (wanted === undefined || wanted.some((id) => centreIds.has(id))) &&
        (search === '' || foldedMatch(folded, search)),
    )
    .map((entry) => visibleEntry(actor, entry));
}

/** Whether a row matches the filters on rung, gap, plan and testing. Pure. */
export function isOf(
  { row, hours }: Pick<VitalEntry, 'row' | 'hours'>,
  { rung, gap, plan, testing }: Wanted,
  points: readonly number[],
): boolean {
  return (
    (rung === undefined || rungName(hours.mtd, points) === rung) &&
    (gap === undefined || row.gaps.some((one) => gap === 'any' || one.gap === gap)) &&
    (plan === undefined || row.plan.state === plan) &&
    (testing === undefined || isTested(row, testing))
  );
}

const gapsOfTesting: readonly string[] = ['neverTested', 'testOverdue', 'testFailed'];
/** Whether it is tested, in time and passed: what has no plan to test is not. Pure. */
export const isWellTested = ({ testing, gaps }: Pick<VitalRow, 'testing' | 'gaps'>): boolean =>
  testing?.lastOn !== undefined && !gaps.some(({ gap }) => gapsOfTesting.includes(gap));

function isTested(row: Pick<VitalRow, 'testing' | 'gaps'>, wanted: NonNullable<Wanted['testing']>): boolean {
  if (wanted === 'lacking') return !isWellTested(row);
  const { testing } = row;
  if (!testing) return false;
  return wanted === 'notInAYear' ? !testing.inAYear : testing.status === wanted;
}

const gapRanks = new Map<string, number>(systemGaps.map((gap, place) => [gap, place]));
/** By the worst gap, then by their number. */
const gapKey = ({ gaps: [worst, ...more] }: Pick<VitalRow, 'gaps'>): number =>
  worst ? (gapRanks.get(worst.gap) ?? 0) * 100 - more.length : 10_000;

const keys: Record<OverviewQuery['sort'], (entry: VitalEntry) => SortKey> = {
  gaps: ({ row }) => gapKey(row),
  title: ({ place }) => place,
  centre: ({ row }) => row.centres[0]?.title,
  mtd: ({ hours }) => hours.mtd,
  rto: ({ hours }) => hours.rto,
  rpo: ({ hours }) => hours.rpo,
  plan: ({ row }) => coverageRank(row.plan.state),
  lastTest: ({ row }) => row.testing?.lastOn,
  nextTest: ({ row }) => row.testing?.nextOn,
  recovery: ({ row }) => row.testing?.recovery,
};

/** Rows without a value are always last; ties by shortest downtime, then by name. */
export function sortEntries(
  entries: readonly VitalEntry[],
  { sort, descending }: Pick<OverviewQuery, 'sort' | 'descending'>,
): VitalEntry[] {
  return entries
    .map((entry) => ({ entry, key: keys[sort](entry) }))
    .sort(
      (one, other) =>
        compareKeys(one.key, other.key, descending) ||
        (one.entry.hours.mtd ?? Infinity) - (other.entry.hours.mtd ?? Infinity) ||
        one.entry.place - other.entry.place,
    )
    .map(({ entry }) => entry);
}
