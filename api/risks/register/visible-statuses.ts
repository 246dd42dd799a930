import type { RiskScale } from '../contract.ts';
import type { KnownRisk } from '../known-risks.ts';
import { severityOf, statusesOf, type Seen, type Status, type Statuses } from '../levels.ts';
import type { Assessment, Risk } from '../risk-lists.ts';

/** A risk in the reader's perspective; cached until the risk or its assessment changes. */
const cache = new WeakMap<Risk, { assessment: Assessment; bySeen: Map<string, Statuses> }>();

/** A risk's positions in one perspective or dimension. From memory. */
export function visibleStatuses({ risk, assessment, statuses }: KnownRisk, { view, dimension }: Seen): Statuses {
  if (view === undefined && dimension === undefined) return statuses;
  let known = cache.get(risk);
  if (known?.assessment !== assessment) cache.set(risk, (known = { assessment, bySeen: new Map() }));
  const seen = `${view ?? ''} ${dimension ?? ''}`;
  let found = known.bySeen.get(seen);
  if (!found) known.bySeen.set(seen, (found = statusesOf(assessment, risk, { view, dimension })));
  return found;
}

const matrices = new WeakMap<RiskScale, string>();
const matrixOf = (scale: RiskScale): string => {
  let found = matrices.get(scale);
  if (found === undefined) matrices.set(scale, (found = JSON.stringify([scale.levels.length, scale.matrix])));
  return found;
};
/** Whether two scales have equal matrices, so that their risks fit in one map. */
export const sameMatrix = (one: RiskScale, other: RiskScale): boolean =>
  one === other || matrixOf(one) === matrixOf(other);

/** Level index, mildest 0, of a severity from any scale; halves round to the worse. */
export const bandOf = ({ levels }: Pick<RiskScale, 'levels'>, severity: number): number =>
  Math.round(severity * (levels.length - 1));

const weights = new WeakMap<RiskScale, ReadonlyMap<number, number>>();
const mostSteps = 10;

/**
 * Sort weight of risks on any scale: level, then consequence, then likelihood, each relative to its scale. Not a
 * product. Cached: every answer weighs every risk.
 */
export function weightOf(scale: RiskScale, { consequence, likelihood }: Status): number {
  let known = weights.get(scale);
  if (!known) weights.set(scale, (known = weightsOf(scale)));
  return known.get(consequence * mostSteps + likelihood) ?? 0;
}

function weightsOf(scale: RiskScale): ReadonlyMap<number, number> {
  const share = (step: number, { length }: readonly unknown[]) => Math.round((step / length) * 1_000);
  const found = new Map<number, number>();
  for (const [row, levels] of scale.matrix.entries())
    for (const [column, level] of levels.entries())
      found.set(
        (row + 1) * mostSteps + column + 1,
        Math.round(severityOf(scale, level) * 1_000) * 100_000_000 +
          share(row + 1, scale.consequence) * 10_000 +
          share(column + 1, scale.likelihood),
      );
  return found;
}
