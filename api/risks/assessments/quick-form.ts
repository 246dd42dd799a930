import { quickQuestions } from '../contract.ts';
import type { Assessment } from '../risk-lists.ts';

type Question = (typeof quickQuestions)[number];
type Form = NonNullable<Assessment['quick']>;
export interface QuickResult {
  /** `full`: the full form is needed; absent while questions are open. */
  outcome?: 'full' | 'enough';
  /** Why the full form is needed: answers, and risks in the register. */
  because: (Question | 'hasRisks')[];
}

/**
 * When the short form is not enough (R1, R2): one decisive question not answered no, or so many others. Unknown never
 * counts as the mild answer: it does not exclude sensitive data.
 */
export const quickRule = {
  decisive: ['sensitiveData', 'vulnerablePeople', 'moneyOrRights', 'hardWithout'] as readonly Question[],
  others: 2,
} as const;

export const noAnswers: Form = { answers: {}, note: '' };

/**
 * Result of the short form. Risks in the register always require the full form, as the short one cannot reassess them.
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
