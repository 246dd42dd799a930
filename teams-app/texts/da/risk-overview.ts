/** The heat map, the register and the quality checks. */
export const riskOverview = {
  title: 'Risici',
} as const;
