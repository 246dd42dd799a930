import { Assets, type Asset } from '../../assets/index.ts';
import { derivation } from '../../derivation.ts';
import { inLanguage, type Language } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';
import { knownRisks } from '../known-risks.ts';
import { severityOf } from '../levels.ts';
import { centresOfAsset } from '../register/filter-entries.ts';
import { bandOf } from '../register/visible-statuses.ts';
import { Assessments, Risks, RiskScales, type RiskFigure } from '../risk-lists.ts';
import { currentScale } from '../scales/scales.ts';

/** Risks by level of the current scale, mildest first: in total, and for each centre that owns or uses the asset. */
export type LevelCounts = Pick<RiskFigure, 'levels' | 'byCentre'>;
export type LevelCount = LevelCounts['levels'][number];
/** A risk's present level, and its centres. */
interface Counted {
  asset: Pick<Asset, 'centreId' | 'usedBy'>;
  severity: number;
}

/** Counts risks by level of a scale; those of another scale by severity. */
function countLevels(scale: RiskScale, risks: Iterable<Counted>): LevelCounts {
  const none = (): LevelCount[] =>
    scale.levels.map(({ word, tone }, place) => ({ severity: severityOf(scale, place), word, tone, count: 0 }));
  const levels = none();
  const byCentre: Record<string, LevelCount[]> = {};
  const fields = new Map<Counted['asset'], LevelCount[][]>();
  const fieldsOf = (asset: Counted['asset']) => {
    const known = fields.get(asset) ?? [
      levels,
      ...centresOfAsset(asset).map((centre) => (byCentre[centre] ??= none())),
    ];
    fields.set(asset, known);
    return known;
  };
  for (const { asset, severity } of risks) {
    const band = bandOf(scale, severity);
    for (const counts of fieldsOf(asset)) {
      const level = counts[band];
      if (level) level.count += 1;
    }
  }
  return { levels, byCentre };
}

/** The present register. Recomputed when a list changes. */
export const levelsNow = derivation([Assets, Assessments, Risks, RiskScales], (context): LevelCounts =>
  countLevels(
    currentScale(context),
    [...knownRisks(context).values()].flatMap(({ asset, assessment, statuses: { current } }) =>
      current ? [{ asset, severity: severityOf(assessment.scale, current.level) }] : [],
    ),
  ),
);

export const sumOf = (levels: readonly LevelCount[]): number => levels.reduce((sum, { count }) => sum + count, 0);
export const levelViews = (levels: readonly LevelCount[], language: Language) =>
  levels.map(({ word, ...level }) => ({ ...level, word: inLanguage(word, language) }));
