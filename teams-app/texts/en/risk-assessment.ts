/** Assessing an asset: short form, threats, finishing, scales and catalogues. */
export const riskAssessment = {
  title: 'Risk assessment',
} as const;
