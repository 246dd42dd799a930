import { translator } from '../../texts/translate.ts';
import { drawPack } from './draw-pack.ts';
import { packHtml } from './pack-html.ts';
import { drawPlanDocument, type PlanDrawing } from './draw-plan-document.ts';
import type { PackPaper } from './pack-paper.ts';

export type Drawing = { what: 'plan'; plan: PlanDrawing } | { what: 'pack' | 'packHtml'; pack: PackPaper };

/** Bytes of the PDF or HTML file. */
export async function work(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.what) {
    case 'plan':
      return drawPlanDocument(drawing.plan, translator(drawing.plan.language));
    case 'pack':
      return drawPack(drawing.pack, translator(drawing.pack.language));
    case 'packHtml':
      return packHtml(drawing.pack, translator(drawing.pack.language));
  }
}
