/** Assessing an asset: short form, threats, finishing, scales and catalogues. */
export const riskAssessment = {
  title: 'Risikovurdering',
} as const;
