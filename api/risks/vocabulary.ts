/** The words of risk assessment (docs/domain.md). */
export const dimensions = ['confidentiality', 'integrity', 'availability'] as const;
export type Dimension = (typeof dimensions)[number];
/** Whose consequence it is. Never averaged: the worst counts. */
export const views = ['dataSubject', 'organisation', 'society'] as const;
export type View = (typeof views)[number];
/** `inherent`: without controls; `current`: with present ones; `target`: after the plan. */
export const riskStages = ['inherent', 'current', 'target'] as const;
export type RiskStage = (typeof riskStages)[number];
export const treatments = ['mitigate', 'accept', 'transfer', 'avoid'] as const;
export type Treatment = (typeof treatments)[number];
/** Reasons for an early reassessment. */
export const triggerReasons = ['systemChanged', 'supplierChanged', 'incident', 'finding', 'newData', 'other'] as const;
/** `stale`: the risk has moved since its acceptance. */
export const acceptanceStates = ['none', 'waiting', 'returned', 'rejected', 'accepted', 'stale', 'expired'] as const;
export type AcceptanceState = (typeof acceptanceStates)[number];
/** Who may accept a risk, by the level in its scale. */
export const accepters = ['centreManager', 'ciso', 'securityCommittee', 'corporateManagement'] as const;
/** `superseded`: a later one of the same asset is finished. */
export const assessmentStates = ['draft', 'finished', 'superseded', 'discarded'] as const;
export const assessmentForms = ['quick', 'full'] as const;
