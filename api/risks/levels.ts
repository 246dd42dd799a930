import { inLanguage, type Language } from '../kernel/index.ts';
import type { LevelMark } from '../assets/contract.ts';
import type { CellView, Estimate, RiskScale, StagesView } from './contract.ts';
import type { Assessment, Risk } from './risk-lists.ts';
import { dimensions, riskStages, views, type Dimension, type RiskStage, type View } from './vocabulary.ts';

/** A cell of the matrix; steps from 1. */
export interface Cell {
  consequence: number;
  likelihood: number;
}
/** A risk's position at a stage, and what decided it. */
export interface Status extends Cell {
  /** Index of the level, mildest 0. */
  level: number;
  view: View;
  dimension: Dimension;
}
/** Perspectives and dimensions considered; default all. */
export interface Seen {
  view?: View | undefined;
  dimension?: Dimension | undefined;
}
type Estimates = Record<RiskStage, Estimate>;

/** The level of a cell: a lookup, not a product. Throws RangeError outside the matrix. */
export function levelAt({ matrix }: Pick<RiskScale, 'matrix'>, { consequence, likelihood }: Cell): number {
  const level = matrix[consequence - 1]?.[likelihood - 1];
  if (level === undefined) throw new RangeError(`no cell ${consequence} × ${likelihood}`);
  return level;
}

/** 0 (mildest) to 1: compares levels of scales with different numbers of levels. */
export const severityOf = ({ levels }: Pick<RiskScale, 'levels'>, level: number): number =>
  levels.length < 2 ? 0 : level / (levels.length - 1);

/** Each stage with missing values from the stage before. */
export function completed({ inherent, current, target }: Estimates): Estimates {
  const now = over(inherent, current);
  return { inherent, current: now, target: over(now, target) };
}
function over(before: Estimate, after: Estimate): Estimate {
  const likelihood = after.likelihood ?? before.likelihood;
  const consequence: Estimate['consequence'] = {};
  for (const view of views) {
    const merged = { ...before.consequence[view], ...stripped(after.consequence[view]) };
    if (Object.keys(merged).length > 0) consequence[view] = merged;
  }
  return { ...(likelihood === undefined ? {} : { likelihood }), consequence };
}
const stripped = (triple: Estimate['consequence'][View] = {}) =>
  Object.fromEntries(Object.entries(triple).filter(([, value]) => value !== undefined));

/**
 * Position of a stage: the likelihood with the worst consequence of the perspectives and dimensions considered. Never
 * an average. Undefined without likelihood or consequence.
 */
export function statusOf(
  scale: RiskScale,
  assessed: readonly View[],
  { likelihood, consequence }: Estimate,
  seen: Seen = {},
): Status | undefined {
  if (likelihood === undefined || likelihood > scale.likelihood.length) return undefined;
  let worst: Status | undefined;
  for (const view of views) {
    if (!assessed.includes(view) || (seen.view !== undefined && seen.view !== view)) continue;
    for (const dimension of dimensions) {
      const step = consequence[view]?.[dimension];
      if (step === undefined || step > scale.consequence.length) continue;
      if (seen.dimension !== undefined && seen.dimension !== dimension) continue;
      if (worst && step <= worst.consequence) continue;
      worst = {
        consequence: step,
        likelihood,
        level: levelAt(scale, { consequence: step, likelihood }),
        view,
        dimension,
      };
    }
  }
  return worst;
}

export type Statuses = Partial<Record<RiskStage, Status>>;

/** A risk's three stages; undefined for an irrelevant threat. */
export function statusesOf(
  { scale, views: assessed }: Pick<Assessment, 'scale' | 'views'>,
  risk: Pick<Risk, RiskStage | 'notRelevant'>,
  seen: Seen = {},
): Statuses {
  if (risk.notRelevant !== undefined && risk.notRelevant !== '') return {};
  const estimates = completed(risk);
  const found: Statuses = {};
  for (const stage of riskStages) {
    const status = statusOf(scale, assessed, estimates[stage], seen);
    if (status) found[stage] = status;
  }
  return found;
}

/** Display of a level. */
export function levelMarkOf(scale: RiskScale, level: number, language: Language): LevelMark {
  const found = scale.levels[level];
  if (!found) throw new RangeError(`no level ${level}`);
  return { word: inLanguage(found.word, language), tone: found.tone, severity: severityOf(scale, level) };
}

function cellViewOf(scale: RiskScale, status: Status, language: Language): CellView {
  const { consequence, likelihood, level, view, dimension } = status;
  const word = (steps: RiskScale['likelihood'], step: number) => {
    const found = steps[step - 1];
    return found ? inLanguage(found.word, language) : '';
  };
  return {
    consequence,
    likelihood,
    worstView: view,
    worstDimension: dimension,
    consequenceWord: word(scale.consequence, consequence),
    likelihoodWord: word(scale.likelihood, likelihood),
    level: levelMarkOf(scale, level, language),
  };
}

/** Stages for views. */
export function stagesViewOf(scale: RiskScale, statuses: Statuses, language: Language): StagesView {
  const { inherent, current, target } = statuses;
  return {
    ...(inherent ? { inherent: cellViewOf(scale, inherent, language) } : {}),
    ...(current ? { current: cellViewOf(scale, current, language) } : {}),
    ...(target ? { target: cellViewOf(scale, target, language) } : {}),
  };
}

/** The mark with the higher severity; the first if equal. */
export const worse = <Mark extends { severity: number }>(
  one: Mark | undefined,
  other: Mark | undefined,
): Mark | undefined => (one === undefined || (other !== undefined && other.severity > one.severity) ? other : one);
