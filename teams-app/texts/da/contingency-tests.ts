/** Tests of plans: pages and cards. */
export const contingencyTests = {
  title: 'Afprøvninger',
} as const;
