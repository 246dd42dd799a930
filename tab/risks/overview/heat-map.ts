import type { HeatCell, OverviewView, RiskStage, ScaleView } from '../../../api/risks/contract.ts';
import { placeAfter as cellAfter } from '../../shared/ui/cell-walk.ts';

/** A cell: consequence and likelihood, from 1. */
export type Place = readonly [consequence: number, likelihood: number];
type Moves = OverviewView['moves'];
type Cells = readonly HeatCell[];

export const keyOf = ([consequence, likelihood]: Place): string => `${consequence}.${likelihood}`;
export const samePlace = (one: Place | undefined, other: Place): boolean =>
  one !== undefined && keyOf(one) === keyOf(other);

/** The level of a cell; throws RangeError outside the matrix, never sent by the API. */
export function levelAt({ matrix, levels }: ScaleView, [consequence, likelihood]: Place): ScaleView['levels'][number] {
  const level = levels[matrix[consequence - 1]?.[likelihood - 1] ?? -1];
  if (!level) throw new RangeError(`no cell ${consequence} × ${likelihood}`);
  return level;
}

/** Risks per cell at a stage, by cell key. */
export const countsOf = (cells: Cells, stage: RiskStage): Map<string, number> =>
  new Map(cells.map((cell) => [keyOf([cell.consequence, cell.likelihood]), cell[stage]]));

/** The cell an arrow key leads to: up is a worse consequence, right a higher likelihood. */
export function placeAfter(
  key: string,
  [consequence, likelihood]: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const next = cellAfter(key, [rows - consequence, likelihood - 1], rows, columns);
  return next && [rows - next[0], next[1] + 1];
}

/** A number of risks with the same cell at each stage. */
interface Path {
  at: Partial<Record<RiskStage, Place>>;
  count: number;
}
const steps = [
  ['inherent', 'current'],
  ['current', 'target'],
] as const;

/** The risks of the map followed through the stages: moved as `moves` says, the rest constant. */
export function pathsOf(cells: Cells, moves: Moves): Path[] {
  let paths: Path[] = cells
    .filter(({ inherent }) => inherent > 0)
    .map((cell) => ({ at: { inherent: [cell.consequence, cell.likelihood] }, count: cell.inherent }));
  for (const [before, after] of steps) {
    const leaving = moves.filter(({ stage }) => stage === before).map((move) => ({ ...move }));
    const room = countsOf(cells, after);
    const next: Path[] = [];
    const put = (path: Path, place: Place, wanted: number): number => {
      const free = room.get(keyOf(place)) ?? 0;
      const count = Math.min(wanted, free);
      if (count > 0) next.push({ at: { ...path.at, [after]: place }, count });
      room.set(keyOf(place), free - count);
      return count;
    };
    for (const path of paths) {
      const here = path.at[before];
      let rest = path.count;
      for (const move of leaving) {
        if (!here || !samePlace(here, move.from) || rest === 0) continue;
        const gone = put(path, move.to, Math.min(rest, move.count));
        move.count -= gone;
        rest -= gone;
      }
      if (here && rest > 0) rest -= put(path, here, rest);
      if (rest > 0) next.push({ ...path, count: rest });
    }
    for (const [key, count] of room) {
      const cell = cells.find(({ consequence, likelihood }) => keyOf([consequence, likelihood]) === key);
      if (cell && count > 0) next.push({ at: { [after]: [cell.consequence, cell.likelihood] }, count });
    }
    paths = next;
  }
  return paths;
}

/** Most risks of a cell drawn as dots; above it the number is shown. */
export const mostDots = 9;

/** Dots that show a move only between cells with numbers. */
const dotsAmongMany = 2;

/**
 * One dot a risk wherever dots are drawn; between numbers only, a few that show the move. The order is stable across
 * stages, so dots keep their identity.
 */
export function dotsOf(cells: Cells, moves: Moves): Path['at'][] {
  const counts = {
    inherent: countsOf(cells, 'inherent'),
    current: countsOf(cells, 'current'),
    target: countsOf(cells, 'target'),
  };
  const isDrawn = (stage: RiskStage, place: Place | undefined) =>
    place !== undefined && (counts[stage].get(keyOf(place)) ?? 0) <= mostDots;
  return pathsOf(cells, moves).flatMap(({ at, count }) => {
    const drawn = isDrawn('inherent', at.inherent) || isDrawn('current', at.current) || isDrawn('target', at.target);
    return Array.from({ length: Math.min(count, drawn ? mostDots : dotsAmongMany) }, () => at);
  });
}

/** Measures of the map in CSS pixels. `head`: above each row when its labels do not fit beside it. */
export interface Frame {
  width: number;
  rows: number;
  columns: number;
  cellHeight: number;
  head: number;
}
export const gap = 4;

/** The middle of a cell in CSS pixels, the worst consequence on top. */
export function middleOf([consequence, likelihood]: Place, { width, rows, columns, cellHeight, head }: Frame) {
  const cell = (width - gap * (columns - 1)) / columns;
  const row = rows - consequence;
  return {
    x: (likelihood - 1) * (cell + gap) + cell / 2,
    y: row * (cellHeight + gap) + (row + 1) * (head === 0 ? 0 : head + gap) + cellHeight / 2,
  };
}

/** The moves that lead to a stage, or away from the first. */
export const movesTo = (moves: Moves, stage: RiskStage): Moves =>
  moves.filter((move) => move.stage === (stage === 'target' ? 'current' : 'inherent'));
