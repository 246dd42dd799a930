import { quickQuestions } from '../contract.ts';
import type { Assessment } from '../risk-lists.ts';

type Question = (typeof quickQuestions)[number];
type Form = NonNullable<Assessment['quick']>;
export interface QuickResult {
  /** `full`: the long form is needed; absent while questions are open. */
  outcome?: 'full' | 'enough';
  /** The answers that ask for the long form. */
  because: Question[];
}

/**
 * When the short form is not enough (R1, R2): one yes to a decisive question, or so many others that are answered yes or
 * unknown. Not knowing is never the mild answer.
 */
export const quickRule = {
  decisive: ['sensitiveData', 'vulnerablePeople', 'moneyOrRights', 'hardWithout'] as readonly Question[],
  others: 2,
} as const;

export const noAnswers: Form = { answers: {}, note: '' };

/** What the answers of the short form come to. */
export function quickResult({ answers }: Pick<Form, 'answers'>): QuickResult {
  if (quickQuestions.some((question) => answers[question] === undefined)) return { because: [] };
  const decisive = quickRule.decisive.filter((question) => answers[question] === 'yes');
  const counting = quickQuestions.filter((question) => answers[question] !== 'no');
  const others = counting.filter((question) => !decisive.includes(question));
  if (decisive.length > 0 || others.length >= quickRule.others) return { outcome: 'full', because: counting };
  return { outcome: 'enough', because: [] };
}
