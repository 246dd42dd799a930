import type { Translate } from '../../context.ts';
import type { Language, LocalDate } from '../../kernel/index.ts';
import { createPaper } from '../../paper/paper.ts';
import { drawPlan } from './plan-pages.ts';
import type { PlanSheet } from './plan-sheet.ts';
import { forFoot, shortHash } from '../../paper/printable.ts';
import { paperWords } from './words.ts';

/** Input of a version's document. */
export interface PlanDrawing {
  sheet: PlanSheet;
  organisation: string;
  language: Language;
  /** Moment, ISO 8601. */
  madeAt: string;
  validFrom: LocalDate;
  hash: string;
}

/** Draws the document of a plan's version. On the document thread only. */
export function drawPlanDocument(
  { sheet, organisation, language, madeAt, validFrom, hash }: PlanDrawing,
  t: Translate,
): Promise<Uint8Array> {
  const words = paperWords(t, language);
  const paper = createPaper({
    title: `${sheet.title} – ${sheet.system}`,
    author: organisation,
    language,
    madeAt,
    raise: 1,
    footer: t('offlinePacks.paper.planFooter', {
      title: forFoot(sheet.title),
      number: sheet.number,
      date: words.day(validFrom),
      hash: shortHash(hash),
    }),
    pageOf: (page, of) => t('offlinePacks.paper.page', { page, of }),
  });
  drawPlan(paper, sheet, words);
  return paper.finish();
}
