import type { AnswerValue, FindingView, Grade, ResultValue, Topic } from '../../api/inspections/contract.ts';

/** The choices in display order. */
export const answerValues = ['yes', 'partly', 'no', 'notRelevant'] as const satisfies readonly AnswerValue[];
export const resultValues = ['met', 'partly', 'notMet', 'notRelevant'] as const satisfies readonly ResultValue[];
export const grades = [
  'largeDeviation',
  'smallDeviation',
  'observation',
  'strength',
] as const satisfies readonly Grade[];
export const methods = ['interview', 'sample', 'documents', 'walk'] as const satisfies readonly FindingView['method'][];
type Effect = FindingView['rechecks'][number]['effect'];
export const effects = ['works', 'partly', 'none'] as const satisfies readonly Effect[];
export const topics = [
  ...(['procedures', 'logs', 'leavers', 'cleanDesk', 'deletion', 'processors', 'contingency', 'course'] as const),
  'other',
] as const satisfies readonly Topic[];

/** Characters, and items of a checklist. */
export const longest = { title: 200, words: 2_000, note: 1_000, items: 20 } as const;
