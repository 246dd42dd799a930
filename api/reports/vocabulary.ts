/** Sections of a report, in order. Recommended decisions are always last. */
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

/** Record tables beside the figures: names, days and words, no numbers. */
export const tableKeys = ['tests', 'inspections', 'measures', 'appointments', 'centres', 'plan'] as const;
export type TableKey = (typeof tableKeys)[number];

/** From the approval, never stored. */
export const reportStates = ['draft', 'waiting', 'returned', 'rejected', 'approved'] as const;

/** Bodies informed of an approved report. */
export const informed = ['corporateManagement', 'cityCouncil'] as const;

/** Longest text of the team. */
export const longestText = 4_000;
export const mostDecisions = 20;
