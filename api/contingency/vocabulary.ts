/** A unit's procedure without the system, or IT's restore plan (R5). */
export const planKinds = ['emergencyProcedure', 'restorePlan'] as const;
/** A centre's coverage for a vital system; `notUsed`: not a user of it. */
export const coverageStates = ['missing', 'draft', 'waiting', 'valid', 'expired', 'notUsed'] as const;
/** Walk-through, table-top, technical restore, full stop (R6). */
export const testKinds = ['walkThrough', 'tableTop', 'technicalRestore', 'fullStop'] as const;
/** `ended`: over, but not yet evaluated; then it is closed. */
export const testStates = ['planned', 'running', 'ended', 'closed', 'cancelled'] as const;
/** Testing status of a plan; `due` within 60 days. */
export const testStatuses = ['never', 'current', 'due', 'overdue'] as const;
/** `cancelled`: a false alarm. */
export const downtimeStates = ['running', 'closed', 'cancelled'] as const;
export const logKinds = ['event', 'decision', 'observation', 'inject', 'measured'] as const;
/** `inspection`: about a finding; `initiative`: about a centre. Both are in rooms above. */
export const improvementSources = ['test', 'downtime', 'inspection', 'initiative'] as const;
/** Status of a centre's printed plans. `none`: no vital system and no plan in force, so no pack. */
export const packStatuses = ['none', 'coming', 'notPlaced', 'old', 'placed'] as const;
/** Changes in a pack. `withoutPlan`: a vital system has none; `fuller`: packs include more than before. */
export const packChanges = ['added', 'changed', 'removed', 'phones', 'withoutPlan', 'fuller'] as const;
/** Gaps of a vital system besides its figures, worst first (R4–R6). Texts under `contingency.gap`. */
export const planGaps = [
  'noPlan',
  'noRestorePlan',
  'planExpired',
  'measuredAboveMtd',
  'testFailed',
  'neverTested',
  'testOverdue',
  'noAssessment',
  'contactLeft',
] as const;
