/** Emergency procedures and restore plans: pages, cards and documents. */
export const contingencyPlans = {
  title: 'Beredskabsplaner',
} as const;
