/** Procedures and guidelines: finding, reading, writing. */
export const procedures = {
  title: 'Procedurer og retningslinjer',
} as const;
