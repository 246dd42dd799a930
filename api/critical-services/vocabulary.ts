/** Users of a critical service (R4). */
export const audiences = ['citizens', 'companies', 'operation'] as const;
export const serviceStates = ['inUse', 'retired'] as const;
/** Whether a substitute takes over when it is down. */
export const redundancies = ['none', 'partial', 'full', 'unknown'] as const;
/** Status of the acceptance of a service's figures; `stale`: changed since. */
export const downtimeAcceptances = ['none', 'waiting', 'returned', 'rejected', 'accepted', 'stale'] as const;
/** Why an asset is vital: by figures, a manual setting with a reason, or the register. */
export const vitalBases = ['derived', 'set', 'register'] as const;
export const figureNames = ['mtd', 'rto', 'rpo'] as const;
/** Gaps of a service (R4). Texts under `contingency.gap`. */
export const serviceGaps = [
  'noMtd',
  'notAccepted',
  'rtoNotBelowMtd',
  'noNeeds',
  'needsRetired',
  'reviewOverdue',
  'noImpact',
] as const;
/** Findings on an asset's figures (R4): objective against capability. Texts under `contingency.gap`. */
export const figureGaps = [
  'rtoNotBelowMtd',
  'supplierAboveRto',
  'backupAboveRpo',
  'singlePoint',
  'promiseUnknown',
  'backupUnknown',
  'vitalWithoutReason',
] as const;
/** Hours in a year: the maximum. */
export const mostHours = 8_784;
