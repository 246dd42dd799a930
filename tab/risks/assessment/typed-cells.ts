import type { AssessedRisk, Dimension, RiskStage, ScaleView, View } from '../../../api/risks/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { completed, consequenceField, likelihoodField, valueOf, type FieldValue } from './estimates.ts';
import { dimensions, views } from '../parts/risk-words.ts';

export type Suggestion = ApiAnswer<'GET /api/risks/assessments/:assessmentKey/suggestions'>['suggestions'][number];

/** Cells of a row at a stage, in typing order: likelihood, then the three consequences. */
export const typedColumns = ['likelihood', ...dimensions] as const;
export type TypedColumn = (typeof typedColumns)[number];

export interface TypedPlace {
  stage: RiskStage;
  /** Whose consequences. */
  view: View;
}

/** The threat's field of a cell. */
export const fieldOf = ({ stage, view }: TypedPlace, column: TypedColumn): string =>
  column === 'likelihood' ? likelihoodField(stage) : consequenceField(stage, view, column);

export const stepsOf = (scale: ScaleView, column: TypedColumn) =>
  column === 'likelihood' ? scale.likelihood : scale.consequence;

const read = (estimate: AssessedRisk['estimates'][RiskStage], view: View, column: TypedColumn) =>
  column === 'likelihood' ? estimate.likelihood : estimate.consequence[view]?.[column satisfies Dimension];

export interface TypedCell {
  /** Set at this very stage. */
  own?: number | undefined;
  /** The previous stage's value, if not set here. */
  inherited?: number | undefined;
  /** Suggested by similar assets or the short form, if not set at all. */
  suggested?: number | undefined;
}

/** A cell's value, and its origin. */
export function cellOf(
  risk: AssessedRisk,
  place: TypedPlace,
  column: TypedColumn,
  suggestion: Suggestion | undefined,
): TypedCell {
  const own = read(risk.estimates[place.stage], place.view, column);
  if (own !== undefined) return { own };
  const inherited = read(completed(risk.estimates)[place.stage], place.view, column);
  if (inherited !== undefined) return { inherited };
  if (!suggestion || place.stage === 'target') return {};
  const suggested = read(suggestion[place.stage], place.view, column);
  return suggested === undefined ? {} : { suggested };
}

/** Fields a suggestion fills: empty ones only. */
export function suggestedFields(risk: AssessedRisk, suggestion: Suggestion): [field: string, to: FieldValue][] {
  if (suggestion.notRelevant !== undefined) return risk.notRelevant ? [] : [['notRelevant', suggestion.notRelevant]];
  return (['inherent', 'current'] as const)
    .flatMap((stage) =>
      views.flatMap((view) =>
        typedColumns.map((column): [string, FieldValue] => [
          fieldOf({ stage, view }, column),
          read(suggestion[stage], view, column) ?? null,
        ]),
      ),
    )
    .filter(([field, to], at, all) => to !== null && all.findIndex(([other]) => other === field) === at)
    .filter(([field]) => valueOf(risk, field) === null);
}

/** The next cell after typing: to the right, then to the next relevant row. */
export function nextCell(
  risks: readonly AssessedRisk[],
  { row, column }: { row: number; column: number },
): { row: number; column: number } {
  if (column < typedColumns.length - 1) return { row, column: column + 1 };
  const next = risks.findIndex(({ notRelevant }, at) => at > row && !notRelevant);
  return next < 0 ? { row, column } : { row: next, column: 0 };
}
