/** Tests of plans: pages and cards. */
export const contingencyTests = {
  title: 'Afprøvninger',
  proposal: {
    withinMtd: 'I gang igen inden for den nedetid, I kan acceptere',
  },
} as const;
