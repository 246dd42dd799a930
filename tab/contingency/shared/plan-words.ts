import type { ShownContent } from '../../../api/contingency/contract.ts';

/** What is written in a plan. */
export const wordsOf = ({ triggers, firstHour, steps, about }: ShownContent): string =>
  [...triggers, ...[...firstHour, ...steps].map(({ text }) => text), about].join('\n');
