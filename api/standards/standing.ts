import type { Coverage, RequirementStanding } from './contract.ts';
import type { Control } from './standard-list.ts';

type Working = Pick<Control, 'state' | 'effect'>;
interface Chosen {
  /** Can be de-selected. */
  selectable: boolean;
  /** Absent: undecided. */
  applies?: boolean | undefined;
}

/** From worst to best. `deselected` is excluded: neither gap nor success. */
export const standingRank: Readonly<Record<RequirementStanding, number>> = {
  deselected: -1,
  undecided: 0,
  gap: 1,
  planned: 2,
  partly: 3,
  met: 4,
};

/**
 * A requirement's status (R3). De-selection precedes everything, where allowed. An effective running control meets it;
 * a partly effective or unassessed one meets it partly; ineffective and retired ones do not count.
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

/** Counts by status; they add up to `total`. */
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

/** Percentage met of applicable requirements, without de-selected ones. 0 when none applies. */
export function metPercent({ total, deselected, met }: Coverage): number {
  const applies = total - deselected;
  return applies === 0 ? 0 : Math.floor((met * 1000) / applies) / 10;
}

/** Not well covered. */
export const isGap = (standing: RequirementStanding): boolean => standing !== 'deselected' && standing !== 'met';
/** Without a running control: none, or only planned ones. */
export const lacksControl = (standing: RequirementStanding): boolean => standing === 'undecided' || standing === 'gap';
