import type { HeatCell, OverviewView, RiskScale } from '../contract.ts';
import { severityOf, type Standing } from '../levels.ts';
import type { SeenEntry } from '../register/filter-entries.ts';
import { bandOf, sameMatrix } from '../register/seen-standings.ts';
import { riskStages, type RiskStage } from '../vocabulary.ts';

type Move = OverviewView['moves'][number];
export interface Heat {
  cells: HeatCell[];
  moves: Move[];
  /** Measured with another matrix. */
  otherScale: number;
  /** By place of the level in the scale, mildest first: how many at each stage. */
  levels: Record<RiskStage, number>[];
}

const empty = (): Record<RiskStage, number> => ({ inherent: 0, current: 0, target: 0 });
const sides = 7;
const placeOf = ({ consequence, likelihood }: Standing) => consequence * sides + likelihood;
const cellOf = (place: number): [number, number] => [Math.floor(place / sides), place % sides];

/**
 * How many risks stand in each cell at each stage, and how many go from one cell to another between stages. Risks that
 * were measured with another matrix stand in `levels` by their severity, but in no cell.
 */
export function heatOf(scale: RiskScale, entries: readonly SeenEntry[]): Heat {
  const cells = new Map<number, Record<RiskStage, number>>();
  const moves = new Map<string, Move>();
  const levels = scale.levels.map(empty);
  let otherScale = 0;
  for (const { entry, standings } of entries) {
    const own = entry.known.assessment.scale;
    for (const stage of riskStages) {
      const standing = standings[stage];
      const counted = standing && levels[bandOf(scale, severityOf(own, standing.level))];
      if (counted) counted[stage] += 1;
    }
    if (!sameMatrix(own, scale)) {
      otherScale += 1;
      continue;
    }
    for (const stage of riskStages) {
      const standing = standings[stage];
      if (standing) cellAt(cells, placeOf(standing))[stage] += 1;
    }
    note(moves, 'inherent', standings.inherent, standings.current);
    note(moves, 'current', standings.current, standings.target);
  }
  return {
    cells: [...cells]
      .sort(([one], [other]) => one - other)
      .map(([place, counts]) => {
        const [consequence, likelihood] = cellOf(place);
        return { consequence, likelihood, ...counts };
      }),
    moves: [...moves.values()],
    otherScale,
    levels,
  };
}

function cellAt(cells: Map<number, Record<RiskStage, number>>, place: number): Record<RiskStage, number> {
  const known = cells.get(place) ?? empty();
  cells.set(place, known);
  return known;
}

function note(
  moves: Map<string, Move>,
  stage: Move['stage'],
  from: Standing | undefined,
  to: Standing | undefined,
): void {
  if (!from || !to || placeOf(from) === placeOf(to)) return;
  const key = `${stage} ${placeOf(from)} ${placeOf(to)}`;
  const known = moves.get(key);
  if (known) known.count += 1;
  else moves.set(key, { stage, from: cellOf(placeOf(from)), to: cellOf(placeOf(to)), count: 1 });
}
