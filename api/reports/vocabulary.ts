/** The parts of a report, in the order in which they stand. Recommended decisions always come last. */
export const sectionKeys = [
  'summary',
  'policy',
  'training',
  'risks',
  'standards',
  'contingency',
  'incidents',
  'inspections',
  'measures',
  'organisation',
  'wheel',
  'nextYear',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** Lists of records that stand beside the figures: names, days and words, never a number of their own. */
export const tableKeys = ['tests', 'inspections', 'measures', 'appointments', 'centres', 'plan'] as const;
export type TableKey = (typeof tableKeys)[number];

/** Follows from the approval: nothing of it is stored. */
export const reportStates = ['draft', 'waiting', 'returned', 'rejected', 'approved'] as const;

/** Who gets an approved report for information. */
export const informed = ['corporateManagement', 'cityCouncil'] as const;

/** Characters of one text that the team writes. */
export const longestText = 4_000;
export const mostDecisions = 20;
