/** Topics of an inspection. Texts under `inspections.topic`. */
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

/** `held`: visited, report still open. */
export const inspectionStates = ['planned', 'held', 'closed', 'cancelled'] as const;
/** The unit's self-assessment. */
export const answerValues = ['yes', 'partly', 'no', 'notRelevant'] as const;
export type AnswerValue = (typeof answerValues)[number];
/** The inspector's result. */
export const resultValues = ['met', 'partly', 'notMet', 'notRelevant'] as const;
export type ResultValue = (typeof resultValues)[number];
export const grades = ['largeDeviation', 'smallDeviation', 'observation', 'strength'] as const;
export type Grade = (typeof grades)[number];
/** A deviation needs an action before closing. */
export const isDeviation = (grade: Grade): boolean => grade === 'largeDeviation' || grade === 'smallDeviation';
/** The inspector's method. */
export const methods = ['interview', 'sample', 'documents', 'walk'] as const;
/** Effect of an action at the re-check. */
export const effects = ['works', 'partly', 'none'] as const;
/** `noted`: complete. `noAction`: a deviation without an action. */
export const findingStates = ['noAction', 'open', 'overdue', 'toRecheck', 'closed', 'noted'] as const;
export type FindingState = (typeof findingStates)[number];
/** Why a unit is visited. */
export const reasonKinds = ['redRisks', 'oldFindings', 'neverVisited', 'longAgo', 'incidents'] as const;

/** Characters, and how many. */
export const longest = { title: 200, words: 2_000, note: 1_000, items: 20, photos: 20, findings: 60 } as const;
