import type { RequirementStatus } from '../../api/standards/contract.ts';

/** Best to worst, as in the filter. */
export const requirementStatusNames = [
  'met',
  'partly',
  'planned',
  'gap',
  'undecided',
  'deselected',
] as const satisfies readonly RequirementStatus[];
/** Gap statuses, worst first. */
export const gapStatuses = ['gap', 'undecided', 'planned', 'partly'] as const;
