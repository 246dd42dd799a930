import type { Coverage, RequirementStanding } from './contract.ts';
import type { Control } from './standard-list.ts';

type Working = Pick<Control, 'state' | 'effect'>;
interface Chosen {
  /** It can be de-selected. */
  selectable: boolean;
  /** Absent: nobody has chosen. */
  applies?: boolean | undefined;
}

/** From worst to best. `deselected` stands outside: it is no gap and no success. */
export const standingRank: Readonly<Record<RequirementStanding, number>> = {
  deselected: -1,
  undecided: 0,
  gap: 1,
  planned: 2,
  partly: 3,
  met: 4,
};

/**
 * How a requirement stands (R3). De-selected wins over everything, and only where it may be. A running control that works
 * meets it; one that works partly or is not assessed yet meets it partly; one without effect, or a retired one, is as none.
 */
export function requirementStanding(
  { selectable, applies }: Chosen,
  controls: readonly Working[],
): RequirementStanding {
  if (selectable && applies === false) return 'deselected';
  const running = controls.filter(({ state }) => state === 'running');
  if (running.some(({ effect }) => effect === 'effective')) return 'met';
  if (running.some(({ effect }) => effect !== 'none')) return 'partly';
  if (controls.some(({ state }) => state === 'planned')) return 'planned';
  return selectable && applies === undefined ? 'undecided' : 'gap';
}

/** How many stand how; all of them add up to `total`. */
export function coverageOf(standings: readonly RequirementStanding[]): Coverage {
  const found: Coverage = {
    total: standings.length,
    deselected: 0,
    undecided: 0,
    gap: 0,
    planned: 0,
    partly: 0,
    met: 0,
  };
  for (const standing of standings) found[standing] += 1;
  return found;
}

/** Per cent that is met, of what applies: the de-selected count nowhere. 0 when nothing applies. */
export function metPercent({ total, deselected, met }: Coverage): number {
  const applies = total - deselected;
  return applies === 0 ? 0 : Math.floor((met * 1000) / applies) / 10;
}

/** What no control covers well. */
export const isGap = (standing: RequirementStanding): boolean => standing !== 'deselected' && standing !== 'met';
/** Where nothing runs: no control at all, or only planned ones. */
export const lacksControl = (standing: RequirementStanding): boolean => standing === 'undecided' || standing === 'gap';
