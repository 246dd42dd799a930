/** One risk: treatment, actions and acceptance. */
export const riskTreatment = {
  title: 'Risiko',
} as const;
