/** The overview of vital systems: time ladder, dependencies, gaps. */
export const contingencyOverview = {
  title: 'Beredskab',
} as const;
