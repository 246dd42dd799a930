import { quickQuestions } from '../contract.ts';
import type { Assessment } from '../risk-lists.ts';

type Question = (typeof quickQuestions)[number];
type Form = NonNullable<Assessment['quick']>;
export interface QuickResult {
  /** `full`: the long form is needed; absent while questions are open. */
  outcome?: 'full' | 'enough';
  /** What asks for the long form: answers, and risks that are in the register already. */
  because: (Question | 'hasRisks')[];
}

/**
 * When the short form is not enough (R1, R2): one decisive question that is not answered no, or so many others. Not knowing
 * is never the mild answer: whoever does not know whether data are sensitive has not ruled it out.
 */
export const quickRule = {
  decisive: ['sensitiveData', 'vulnerablePeople', 'moneyOrRights', 'hardWithout'] as readonly Question[],
  others: 2,
} as const;

export const noAnswers: Form = { answers: {}, note: '' };

/**
 * What the answers of the short form come to. It cannot assess risks again that the register holds, so those ask for the
 * long one whatever is answered.
 */
export function quickResult({ answers }: Pick<Form, 'answers'>, hasRisks = false): QuickResult {
  if (quickQuestions.some((question) => answers[question] === undefined)) return { because: [] };
  const decisive = quickRule.decisive.filter((question) => answers[question] !== 'no');
  const counting = quickQuestions.filter((question) => answers[question] !== 'no');
  const others = counting.filter((question) => !decisive.includes(question));
  if (hasRisks) return { outcome: 'full', because: ['hasRisks', ...counting] };
  if (decisive.length > 0 || others.length >= quickRule.others) return { outcome: 'full', because: counting };
  return { outcome: 'enough', because: [] };
}
