import type { RequirementStatus } from '../../api/standards/contract.ts';

/** From best to worst, as they are chosen from. */
export const requirementStatusNames = [
  'met',
  'partly',
  'planned',
  'gap',
  'undecided',
  'deselected',
] as const satisfies readonly RequirementStatus[];
/** Those that are gaps, the worst first. */
export const gapStatuses = ['gap', 'undecided', 'planned', 'partly'] as const;
