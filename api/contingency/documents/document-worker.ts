import { z } from 'zod';
import type { Translate } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import { drawPack } from './draw-pack.ts';
import { packHtml } from './pack-html.ts';
import { drawPlanDocument, type PlanDrawing } from './draw-plan-document.ts';
import type { PackPaper } from './pack-paper.ts';

export type Drawing = { what: 'plan'; plan: PlanDrawing } | { what: 'pack' | 'packHtml'; pack: PackPaper };
export interface DrawingWork {
  /** A module that exports the texts of a language as `translator`. */
  textsModule: string;
  drawing: Drawing;
}

const isTranslator = (value: unknown): value is (language: Language) => Translate => typeof value === 'function';
const texts = z.object({ translator: z.custom<(language: Language) => Translate>(isTranslator) });

/** The bytes of the PDF, or of the HTML file. */
export async function work({ textsModule, drawing }: DrawingWork): Promise<Uint8Array> {
  const found: unknown = await import(textsModule);
  const { translator } = texts.parse(found);
  switch (drawing.what) {
    case 'plan':
      return drawPlanDocument(drawing.plan, translator(drawing.plan.language));
    case 'pack':
      return drawPack(drawing.pack, translator(drawing.pack.language));
    case 'packHtml':
      return packHtml(drawing.pack, translator(drawing.pack.language));
  }
}
