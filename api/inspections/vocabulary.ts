/** What an inspection looks at. Texts under `inspections.topic`. */
export const topics = [
  'procedures',
  'logs',
  'leavers',
  'cleanDesk',
  'deletion',
  'processors',
  'contingency',
  'course',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** `held`: walked through, and the report is not closed yet. */
export const inspectionStates = ['planned', 'held', 'closed', 'cancelled'] as const;
/** What the unit says of itself before the visit. */
export const answerValues = ['yes', 'partly', 'no', 'notRelevant'] as const;
export type AnswerValue = (typeof answerValues)[number];
/** What the inspector saw. */
export const resultValues = ['met', 'partly', 'notMet', 'notRelevant'] as const;
export type ResultValue = (typeof resultValues)[number];
export const grades = ['largeDeviation', 'smallDeviation', 'observation', 'strength'] as const;
export type Grade = (typeof grades)[number];
/** A deviation is not closed before something was done about it. */
export const isDeviation = (grade: Grade): boolean => grade === 'largeDeviation' || grade === 'smallDeviation';
/** How the inspector came to know. */
export const methods = ['interview', 'sample', 'documents', 'walk'] as const;
/** What an action was found to have done when somebody else looked. */
export const effects = ['works', 'partly', 'none'] as const;
/** `noted`: needs nothing more. `noAction`: a deviation that nobody does anything about yet. */
export const findingStates = ['noAction', 'open', 'overdue', 'toRecheck', 'closed', 'noted'] as const;
export type FindingState = (typeof findingStates)[number];
/** Why a unit is visited. */
export const reasonKinds = ['redRisks', 'oldFindings', 'neverVisited', 'longAgo', 'incidents'] as const;

/** Characters, and how many. */
export const longest = { title: 200, words: 2_000, note: 1_000, items: 20, photos: 20, findings: 60 } as const;
