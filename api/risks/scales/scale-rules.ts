import { invalid } from '../../kernel/index.ts';
import type { RiskScale } from '../contract.ts';

/** Both directions: the cell below and the cell to the right are never milder. */
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

/**
 * A matrix must have a cell for each pair of steps, name only levels that exist, and never fall along an axis, so that
 * the worst consequence always gives the worst level (R1). A level that no cell uses is allowed: its legend is empty.
 * Throws AppError invalid `risks.scaleMatrixSize`, `risks.scaleMatrixLevel`, `risks.scaleMatrixFalls` at `scale.matrix`.
 */
export function requireSoundScale({ likelihood, consequence, levels, matrix }: RiskScale): void {
  const field = 'scale.matrix';
  const isFull = matrix.length === consequence.length && matrix.every((row) => row.length === likelihood.length);
  if (!isFull)
    throw invalid('risks.scaleMatrixSize', { field, consequence: consequence.length, likelihood: likelihood.length });
  if (matrix.flat().some((level) => level >= levels.length)) throw invalid('risks.scaleMatrixLevel', { field });
  const [row, column] = falls(matrix) ?? [];
  if (row !== undefined && column !== undefined)
    throw invalid('risks.scaleMatrixFalls', { field, consequence: row, likelihood: column });
}

/** Whether two scales measure alike, so that steps of the one may be read as steps of the other. */
export const sameScale = (one: RiskScale, other: RiskScale): boolean => JSON.stringify(one) === JSON.stringify(other);
