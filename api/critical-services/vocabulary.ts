/** Whom a critical service is for (R4). */
export const audiences = ['citizens', 'companies', 'operation'] as const;
export const serviceStates = ['inUse', 'retired'] as const;
/** Whether something takes over when the asset is down. */
export const redundancies = ['none', 'partial', 'full', 'unknown'] as const;
/** How the acceptance of a service's figures stands; `stale`: the figures have changed since. */
export const downtimeAcceptances = ['none', 'waiting', 'returned', 'rejected', 'accepted', 'stale'] as const;
/** Why an asset counts as vital: by the figures, by somebody's word with a reason, or as the register says. */
export const vitalBases = ['derived', 'set', 'register'] as const;
export const figureNames = ['mtd', 'rto', 'rpo'] as const;
/** What a service lacks (R4). Texts under `contingency.gap`. */
export const serviceGaps = ['noMtd', 'notAccepted', 'rtoNotBelowMtd', 'noNeeds', 'reviewOverdue', 'noImpact'] as const;
/** What the figures say of an asset (R4): objective against what it can do. Texts under `contingency.gap`. */
export const figureGaps = [
  'rtoNotBelowMtd',
  'supplierAboveRto',
  'backupAboveRpo',
  'singlePoint',
  'promiseUnknown',
  'backupUnknown',
  'vitalWithoutReason',
] as const;
/** Hours in a year: no figure is longer. */
export const mostHours = 8_784;
