import type { RequirementStanding } from '../../api/standards/contract.ts';

/** From best to worst, as they are chosen from. */
export const requirementStandingNames = [
  'met',
  'partly',
  'planned',
  'gap',
  'undecided',
  'deselected',
] as const satisfies readonly RequirementStanding[];
/** Those that are gaps, the worst first. */
export const gapStandings = ['gap', 'undecided', 'planned', 'partly'] as const;
