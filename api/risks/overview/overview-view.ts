import { Assets, mayAddAsset, mayImportAssets, ownCentres } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Actor, Language } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import { findingCounts } from '../checks/findings.ts';
import type { OverviewView, RiskScale } from '../contract.ts';
import { levelMarkOf } from '../levels.ts';
import { mayKeepScales } from '../permissions.ts';
import {
  centresToChoose,
  assetFilter,
  filterEntries,
  type RiskFilter,
  type VisibleEntry,
} from '../register/filter-entries.ts';
import { bandOf, weightOf } from '../register/visible-statuses.ts';
import { riskRowOf } from '../register/register-rows.ts';
import { ownersByName } from '../register/register-words.ts';
import { Assessments, RiskActions, Risks } from '../risk-lists.ts';
import { scaleView } from '../scales/scale-view.ts';
import { currentScale } from '../scales/scales.ts';
import { figuresBefore } from './figures.ts';
import { heatOf } from './heat.ts';
import { levelsNow } from './level-counts.ts';
import { assessmentWork, overdueActions } from './waiting-work.ts';
import { orderEntries } from '../register/order-entries.ts';

/** Risks listed beside the map. */
const topCount = 10;

/** The heat map and pending work (R1, R2). From memory. */
export function overviewView(context: Context, actor: Actor, query: RiskFilter): OverviewView {
  const { language } = actor;
  const scale = currentScale(context);
  const entries = filterEntries(context, actor, scale, query);
  const belongs = assetFilter(actor, query);
  const { cells, moves, otherScale, levels } = heatOf(scale, entries);
  const movement = movementOf(context, actor, scale, query);
  return {
    scale: scaleView(scale, language),
    cells,
    moves,
    otherScale,
    total: entries.length,
    levels: levels.map((counts, level) => ({ ...levelMarkOf(scale, level, language), ...counts })),
    top: worstRisks(context, language, scale, entries, topCount).map((seen) => riskRowOf(context, language, seen)),
    ...overdueActions(context, language, entries),
    ...assessmentWork(context, belongs, query.q),
    ...(movement ? { movement } : {}),
    findings: findingCounts(context, belongs),
    centres: centresToChoose(context, actor),
    owners: ownersByName(context).map((id) => personRef(context, id)),
    mine: ownCentres(actor),
    abilities: {
      addAsset: [undefined, ...ownCentres(actor)].some((centreId) => mayAddAsset(actor, centreId)),
      import: mayImportAssets(actor),
      editScales: mayKeepScales(actor),
    },
    freshness: freshnessOf(context, Assets, Assessments, Risks, RiskActions),
  };
}

/**
 * Risks per level now, against the frozen numbers. Those exist by centre only, so there is no comparison under other
 * filters, or for several centres, which may share assets.
 */
function movementOf(
  context: Context,
  actor: Actor,
  scale: RiskScale,
  { centreId, q, kind, dimension, ownerId, view }: RiskFilter,
): OverviewView['movement'] {
  if ([q, kind, dimension, ownerId, view].some((narrowed) => narrowed !== undefined && narrowed !== ''))
    return undefined;
  const wanted = centreId === 'mine' ? ownCentres(actor) : [centreId];
  const [centre] = wanted;
  const before = wanted.length === 1 ? figuresBefore(context) : undefined;
  if (!before) return undefined;
  const now = levelsNow(context);
  const of = ({ levels, byCentre }: typeof now) => (centre === undefined ? levels : (byCentre[centre] ?? []));
  const countOf = (figures: typeof now, level: number) =>
    of(figures).reduce((sum, { severity, count }) => sum + (bandOf(scale, severity) === level ? count : 0), 0);
  return {
    since: before.key,
    levels: scale.levels.map((_, level) => {
      const { severity, word } = levelMarkOf(scale, level, actor.language);
      return { severity, word, before: countOf(before, level), now: countOf(now, level) };
    }),
  };
}

const weightNow = ({ entry, statuses: { current } }: VisibleEntry): number =>
  current ? weightOf(entry.known.assessment.scale, current) : 0;

/**
 * The worst risks now, in register order: level, consequence, likelihood, then the inherent level. Sorts only possible
 * candidates.
 */
function worstRisks(
  context: Context,
  language: Language,
  scale: RiskScale,
  entries: readonly VisibleEntry[],
  count: number,
): VisibleEntry[] {
  const weights = Float64Array.from(entries, weightNow);
  const least = weights.toSorted()[Math.max(0, weights.length - count)] ?? 0;
  const candidates = entries.filter((_, place) => (weights[place] ?? 0) >= least);
  return orderEntries(context, language, scale, candidates, { sort: 'current', descending: true }).slice(0, count);
}
