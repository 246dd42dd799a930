import type { Context } from '../../context.ts';
import { localDate, type Language } from '../../kernel/index.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plans.ts';
import { createPaper } from './paper.ts';
import { drawPlan } from './plan-pages.ts';
import { planHash, planSheet, shortHash } from './plan-sheet.ts';
import { forFoot } from './printable.ts';
import { paperWords } from './words.ts';

/**
 * A version of a plan as a PDF to print: steps and phones first. A4, tagged. Some 100 ms; the same version gives the same
 * bytes as long as nobody named in it leaves and no figure changes.
 */
export function planPdf(
  context: Context,
  now: PlanNow,
  version: PlanVersionNow,
  language: Language,
): Promise<Uint8Array> {
  const words = paperWords(context.texts(language), language);
  const sheet = planSheet(context, now, version);
  const { changedAt } = version.version;
  const paper = createPaper({
    ...{ title: `${sheet.title} – ${sheet.system}`, author: context.organisation.name, language },
    ...{ madeAt: changedAt, raise: 1 },
    footer: words.t('offlinePacks.paper.planFooter', {
      title: forFoot(sheet.title),
      number: sheet.number,
      date: words.day(version.validFrom ?? localDate(changedAt)),
      hash: shortHash(planHash(version)),
    }),
    pageOf: (page, of) => words.t('offlinePacks.paper.page', { page, of }),
  });
  drawPlan(paper, sheet, words);
  return paper.finish();
}
