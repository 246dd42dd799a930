import type { RiskScale } from '../../../api/risks/contract.ts';

export type Axis = 'likelihood' | 'consequence';
export type ScaleStep = RiskScale['likelihood'][number];
export type ScaleLevel = RiskScale['levels'][number];
export const fewestSteps = 3;
export const mostSteps = 6;
export const fewestLevels = 2;
export const mostLevels = 6;

const empty: ScaleStep = { word: { da: '' }, description: { da: '' } };

/** Adds a step at the worst end; its cells copy their neighbours. */
export function withStepAdded(scale: RiskScale, axis: Axis): RiskScale {
  const { matrix } = scale;
  const grown =
    axis === 'consequence' ? [...matrix, [...(matrix.at(-1) ?? [])]] : matrix.map((row) => [...row, row.at(-1) ?? 0]);
  return { ...scale, [axis]: [...scale[axis], empty], matrix: grown };
}

export function withoutStep(scale: RiskScale, axis: Axis, place: number): RiskScale {
  const { matrix } = scale;
  const others = <Item>(items: readonly Item[]) => items.filter((_, index) => index !== place);
  return {
    ...scale,
    [axis]: others(scale[axis]),
    matrix: axis === 'consequence' ? others(matrix) : matrix.map(others),
  };
}

/** Adds the worst level; no cell has it yet. */
export function withLevelAdded(scale: RiskScale): RiskScale {
  const added: ScaleLevel = { ...empty, tone: 'darkRed', acceptedBy: 'corporateManagement' };
  return { ...scale, levels: [...scale.levels, added] };
}

/** Cells with the level get the milder one. */
export function withoutLevel(scale: RiskScale, place: number): RiskScale {
  return {
    ...scale,
    levels: scale.levels.filter((_, index) => index !== place),
    matrix: scale.matrix.map((row) => row.map((level) => (level >= place ? Math.max(0, level - 1) : level))),
  };
}

export const withCell = (scale: RiskScale, consequence: number, likelihood: number, level: number): RiskScale => ({
  ...scale,
  matrix: scale.matrix.map((row, one) =>
    row.map((known, other) => (one === consequence - 1 && other === likelihood - 1 ? level : known)),
  ),
});

/** After a change of the Danish word the English one no longer fits. */
export const reworded = (text: string, en?: string): ScaleStep['word'] => ({ da: text, ...(en ? { en } : {}) });

/** Errors: by the path of the field, e.g. `scale.levels.0.word`, or `scale.matrix.3.2` with steps from 1. */
export function problemsOf(title: string, scale: RiskScale): Map<string, 'required' | 'falls'> {
  const found = new Map<string, 'required' | 'falls'>();
  if (title.trim() === '') found.set('title', 'required');
  for (const part of ['likelihood', 'consequence', 'levels'] as const)
    for (const [index, { word, description }] of scale[part].entries()) {
      if (word.da.trim() === '') found.set(`scale.${part}.${index}.word`, 'required');
      if (description.da.trim() === '') found.set(`scale.${part}.${index}.description`, 'required');
    }
  for (const [row, cells] of scale.matrix.entries())
    for (const [column, level] of cells.entries()) {
      const milder = Math.max(scale.matrix[row - 1]?.[column] ?? 0, cells[column - 1] ?? 0);
      if (level < milder) found.set(`scale.matrix.${row + 1}.${column + 1}`, 'falls');
    }
  return found;
}
