import type { Coverage, RequirementStatus } from './contract.ts';
import type { Control } from './standard-list.ts';

type Working = Pick<Control, 'state' | 'effect'>;
interface Chosen {
  /** Can be de-selected. */
  selectable: boolean;
  /** Absent: undecided. */
  applies?: boolean | undefined;
}

/** From worst to best. `deselected` is excluded: neither gap nor success. */
export const statusRank: Readonly<Record<RequirementStatus, number>> = {
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
export function requirementStatus({ selectable, applies }: Chosen, controls: readonly Working[]): RequirementStatus {
  if (selectable && applies === false) return 'deselected';
  const running = controls.filter(({ state }) => state === 'running');
  if (running.some(({ effect }) => effect === 'effective')) return 'met';
  if (running.some(({ effect }) => effect !== 'none')) return 'partly';
  if (controls.some(({ state }) => state === 'planned')) return 'planned';
  return selectable && applies === undefined ? 'undecided' : 'gap';
}

/** Counts by status; they add up to `total`. */
export function coverageOf(statuses: readonly RequirementStatus[]): Coverage {
  const found: Coverage = {
    total: statuses.length,
    deselected: 0,
    undecided: 0,
    gap: 0,
    planned: 0,
    partly: 0,
    met: 0,
  };
  for (const status of statuses) found[status] += 1;
  return found;
}

/** Percentage met of applicable requirements, without de-selected ones. 0 when none applies. */
export function metPercent({ total, deselected, met }: Coverage): number {
  const applies = total - deselected;
  return applies === 0 ? 0 : Math.floor((met * 1000) / applies) / 10;
}

/** Not well covered. */
export const isGap = (status: RequirementStatus): boolean => status !== 'deselected' && status !== 'met';
/** Without a running control: none, or only planned ones. */
export const lacksControl = (status: RequirementStatus): boolean => status === 'undecided' || status === 'gap';
