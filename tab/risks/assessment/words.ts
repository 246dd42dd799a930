import type { Dimension, RiskStage, Treatment, View } from '../../../api/risks/contract.ts';

/** The words of risk assessment in the order in which pages show them. */
export const dimensions = ['confidentiality', 'integrity', 'availability'] as const satisfies readonly Dimension[];
export const views = ['dataSubject', 'organisation', 'society'] as const satisfies readonly View[];
export const riskStages = ['inherent', 'current', 'target'] as const satisfies readonly RiskStage[];
export const treatments = ['mitigate', 'accept', 'transfer', 'avoid'] as const satisfies readonly Treatment[];
