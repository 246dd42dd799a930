/** One risk: treatment, actions and acceptance. */
export const riskTreatment = {
  title: 'Risk',
} as const;
