import type { CellView, HeatCell, OverviewView, RiskRow, ScaleView } from '../../../../api/risks/contract.ts';

const likelihood = ['Usandsynligt', 'Mindre sandsynligt', 'Sandsynligt', 'Forventet'];
const consequence = ['Ubetydelig', 'Mindre alvorlig', 'Meget alvorlig', 'Graverende eller ødelæggende'];
const words = [
  ['Lav', 'green', 'centreManager'],
  ['Begrænset', 'lightGreen', 'centreManager'],
  ['Middel', 'yellow', 'ciso'],
  ['Høj', 'orange', 'securityCommittee'],
  ['Meget høj', 'red', 'corporateManagement'],
] as const;
const matrix = [
  [0, 0, 0, 1],
  [0, 1, 1, 2],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
];
const steps = (names: readonly string[]) => names.map((word) => ({ word, description: `${word}, forklaret.` }));

/** Four by four with five levels. */
export const scale: ScaleView = {
  likelihood: steps(likelihood),
  consequence: steps(consequence),
  levels: words.map(([word, tone, acceptedBy], position) => ({
    ...{ word, description: `${word}, forklaret.`, tone, acceptedBy, severity: position / 4 },
    cells: matrix.flatMap((row, one) =>
      row.flatMap((level, other): [number, number][] => (level === position ? [[one + 1, other + 1]] : [])),
    ),
  })),
  matrix,
};
export const levelsOf = ({ levels }: ScaleView) => levels.map(({ word, tone, severity }) => ({ word, tone, severity }));
export function markOf(position: number): CellView['level'] {
  const level = levelsOf(scale)[position];
  if (!level) throw new Error(`no level ${position}`);
  return level;
}

/** Where a risk stands, steps from 1. */
export const standing = (consequenceStep: number, likelihoodStep: number): CellView => ({
  ...{ consequence: consequenceStep, likelihood: likelihoodStep },
  consequenceWord: consequence[consequenceStep - 1] ?? '',
  likelihoodWord: likelihood[likelihoodStep - 1] ?? '',
  level: markOf(matrix[consequenceStep - 1]?.[likelihoodStep - 1] ?? 0),
  ...{ worstView: 'dataSubject', worstDimension: 'confidentiality' },
});

const stages = ['inherent', 'current', 'target'] as const;

/** How many risks stand where at each stage. */
export function cellsOf(rows: readonly RiskRow[]): HeatCell[] {
  const cells = new Map<string, HeatCell>();
  for (const row of rows)
    for (const stage of stages) {
      const at = row.stages[stage];
      if (!at) continue;
      const key = `${at.consequence}.${at.likelihood}`;
      const cell = cells.get(key) ?? {
        ...{ consequence: at.consequence, likelihood: at.likelihood, inherent: 0, current: 0, target: 0 },
      };
      cell[stage] += 1;
      cells.set(key, cell);
    }
  return [...cells.values()];
}

/** How many go from one cell to another from stage to stage. */
export function movesOf(rows: readonly RiskRow[]): OverviewView['moves'] {
  const moves = new Map<string, OverviewView['moves'][number]>();
  for (const row of rows)
    for (const [stage, after] of [['inherent', 'current'] as const, ['current', 'target'] as const]) {
      const [from, to] = [row.stages[stage], row.stages[after]];
      if (!from || !to || (from.consequence === to.consequence && from.likelihood === to.likelihood)) continue;
      const key = `${stage} ${from.consequence}.${from.likelihood} ${to.consequence}.${to.likelihood}`;
      const move = moves.get(key) ?? {
        ...{ stage, count: 0 },
        from: [from.consequence, from.likelihood],
        to: [to.consequence, to.likelihood],
      };
      move.count += 1;
      moves.set(key, move);
    }
  return [...moves.values()];
}
