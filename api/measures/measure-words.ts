import type { Context } from '../context.ts';
import type { ApprovalContent } from '../approvals/index.ts';
import { measureContent, type MeasureWords } from './measure.ts';
import type { Measure } from './measure-list.ts';

const kroner = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });

/** Documents that are decided are in Danish, whoever reads them, so that the hash is the same for everybody. */
function wordsOf(context: Context): MeasureWords {
  const t = context.texts('da');
  const key = 'documents.measures.content';
  return {
    background: t(`${key}.background`),
    cost: t(`${key}.cost`),
    costs: (once, yearly) => t(`${key}.costs`, { once: kroner.format(once), yearly: kroner.format(yearly) }),
    risk: t(`${key}.risk`),
    recommendation: t(`${key}.recommendation`),
    steps: t(`${key}.steps`),
    step: ({ title, role, due }) => t(`${key}.step`, { title, role: t(`roles.${role}`), due }),
  };
}

/** What exactly is decided about a measure. */
export const contentOf = (context: Context, measure: Measure): ApprovalContent =>
  measureContent(measure, wordsOf(context));
