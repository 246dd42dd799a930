import type { ApprovalContent } from '../approvals/index.ts';
import type { Context, Translate } from '../context.ts';
import { measureContent, type MeasureWords } from './measure.ts';
import type { Measure } from './measure-list.ts';
import { formatNumber } from '../texts/format.ts';

const kroner = (amount: number): string => formatNumber(amount, 'da', 0);

/** Headings and lines of the decided document. */
export function measureWords(t: Translate): MeasureWords {
  const key = 'documents.measures.content';
  return {
    background: t(`${key}.background`),
    cost: t(`${key}.cost`),
    costs: (once, yearly) => t(`${key}.costs`, { once: kroner(once), yearly: kroner(yearly) }),
    risk: t(`${key}.risk`),
    recommendation: t(`${key}.recommendation`),
    steps: t(`${key}.steps`),
    step: ({ title, role, due }) => t(`${key}.step`, { title, role: t(`roles.${role}`), due }),
  };
}

/** The exact content to decide: always in Danish, for one hash. */
export const contentOf = (context: Context, measure: Measure): ApprovalContent =>
  measureContent(measure, measureWords(context.texts('da')));
