import type { HeatCell, OverviewView, RiskScale } from '../contract.ts';
import { severityOf, type Status } from '../levels.ts';
import type { VisibleEntry } from '../register/filter-entries.ts';
import { bandOf, sameMatrix } from '../register/visible-statuses.ts';
import { riskStages, type RiskStage } from '../vocabulary.ts';

type Move = OverviewView['moves'][number];
export interface Heat {
  cells: HeatCell[];
  moves: Move[];
  /** On another matrix. */
  otherScale: number;
  /** By level index, mildest first: the number at each stage. */
  levels: Record<RiskStage, number>[];
}

const empty = (): Record<RiskStage, number> => ({ inherent: 0, current: 0, target: 0 });
/** Flat arrays count cells and moves: the largest matrix is small. */
const sides = 7;
const places = sides * sides;
const placeOf = ({ consequence, likelihood }: Status) => consequence * sides + likelihood;
const cellOf = (place: number): [number, number] => [Math.floor(place / sides), place % sides];
const steps = [
  { stage: 'inherent', next: 'current' },
  { stage: 'current', next: 'target' },
] as const;

/** Maps another scale to the displayed one: whether its cells are equal, and where its levels go. */
function translation(scale: RiskScale): (own: RiskScale) => { same: boolean; bands: number[] } {
  const known = new Map<RiskScale, { same: boolean; bands: number[] }>();
  return (own) => {
    let found = known.get(own);
    if (!found) {
      const bands = own.levels.map((_, level) => bandOf(scale, severityOf(own, level)));
      known.set(own, (found = { same: sameMatrix(own, scale), bands }));
    }
    return found;
  };
}

/**
 * Risks per cell and stage, and moves between cells from stage to stage. Risks on another matrix count in `levels` by
 * severity, but in no cell.
 */
export function heatOf(scale: RiskScale, entries: readonly VisibleEntry[]): Heat {
  const translated = translation(scale);
  const levels = scale.levels.map(empty);
  const counts = riskStages.map(() => new Uint32Array(places));
  const moves = steps.map(() => new Uint32Array(places * places));
  let otherScale = 0;
  for (const { entry, statuses } of entries) {
    const { same, bands } = translated(entry.known.assessment.scale);
    if (!same) otherScale += 1;
    for (const [place, stage] of riskStages.entries()) {
      const status = statuses[stage];
      if (!status) continue;
      const level = levels[bands[status.level] ?? 0];
      if (level) level[stage] += 1;
      if (same) add(counts[place], placeOf(status));
    }
    if (!same) continue;
    for (const [place, { stage, next }] of steps.entries()) {
      const from = statuses[stage];
      const to = statuses[next];
      if (from && to) add(moves[place], placeOf(from) * places + placeOf(to));
    }
  }
  return { cells: cellsOf(counts), moves: movesOf(moves), otherScale, levels };
}

function add(counts: Uint32Array | undefined, place: number): void {
  if (counts) counts[place] = (counts[place] ?? 0) + 1;
}

function cellsOf([inherent, current, target]: readonly Uint32Array[]): HeatCell[] {
  const found: HeatCell[] = [];
  for (let place = 0; place < places; place += 1) {
    const [consequence, likelihood] = cellOf(place);
    const counts = { inherent: inherent?.[place] ?? 0, current: current?.[place] ?? 0, target: target?.[place] ?? 0 };
    if (counts.inherent + counts.current + counts.target > 0) found.push({ consequence, likelihood, ...counts });
  }
  return found;
}

function movesOf(moves: readonly Uint32Array[]): Move[] {
  return moves.flatMap((counts, step) => {
    const found: Move[] = [];
    const { stage = 'inherent' } = steps[step] ?? {};
    for (const [place, count] of counts.entries()) {
      const [from, to] = [Math.floor(place / places), place % places];
      if (count > 0 && from !== to) found.push({ stage, from: cellOf(from), to: cellOf(to), count });
    }
    return found;
  });
}
