import { invalid } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';

/** Both directions: neither the next consequence nor likelihood is milder. */
function falls(matrix: RiskScale['matrix']): [number, number] | undefined {
  for (const [row, cells] of matrix.entries())
    for (const [column, level] of cells.entries()) {
      const below = matrix[row + 1]?.[column];
      const beside = cells[column + 1];
      if (below !== undefined && below < level) return [row + 2, column + 1];
      if (beside !== undefined && beside < level) return [row + 1, column + 2];
    }
  return undefined;
}

/** A valid level for each pair of steps. */
const hasAllCells = ({ likelihood, consequence, matrix }: RiskScale): boolean =>
  matrix.length === consequence.length && matrix.every((row) => row.length === likelihood.length);
const namesLevels = ({ levels, matrix }: RiskScale): boolean => matrix.flat().every((level) => level < levels.length);

/** Whether every cell has a level: required of list items, however edited. */
export const isSoundScale = (scale: RiskScale): boolean => hasAllCells(scale) && namesLevels(scale);

/**
 * A matrix must be complete, with existing levels, and never fall along an axis, so that the worst consequence has the
 * worst level (R1). An unused level is allowed: its legend is empty. Throws AppError invalid `risks.scaleMatrixSize`,
 * `risks.scaleMatrixLevel`, `risks.scaleMatrixFalls` at `scale.matrix`.
 */
export function requireSoundScale(scale: RiskScale): void {
  const { likelihood, consequence, matrix } = scale;
  const field = 'scale.matrix';
  if (!hasAllCells(scale))
    throw invalid('risks.scaleMatrixSize', { field, consequence: consequence.length, likelihood: likelihood.length });
  if (!namesLevels(scale)) throw invalid('risks.scaleMatrixLevel', { field });
  const [row, column] = falls(matrix) ?? [];
  if (row !== undefined && column !== undefined)
    throw invalid('risks.scaleMatrixFalls', { field, consequence: row, likelihood: column });
}

/** Whether two scales are equivalent, so that steps of one are valid in the other. */
export const sameScale = (one: RiskScale, other: RiskScale): boolean => JSON.stringify(one) === JSON.stringify(other);
