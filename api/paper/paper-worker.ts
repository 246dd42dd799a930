import { drawBars } from './bars.ts';
import { createPaper, ink, type Paper } from './paper.ts';
import { drawTable, heading, whole } from './parts.ts';
import { drawMarkdown } from './markdown-pages.ts';
import { forFoot } from './printable.ts';
import type { PaperBlock, PaperDocument } from './write-paper.ts';

/** The bytes of the PDF. */
export function work({ blocks, footer, page: words, ...settings }: PaperDocument): Promise<Uint8Array> {
  const paper = createPaper({
    ...settings,
    footer: forFoot(footer),
    pageOf: (page, of) => words.replace('{page}', String(page)).replace('{of}', String(of)),
  });
  for (const block of blocks) draw(paper, block);
  return paper.finish();
}

function draw(paper: Paper, block: PaperBlock): void {
  switch (block.kind) {
    case 'title':
      paper.space(block.above ? 120 : 0);
      if (block.above)
        paper.row([{ type: 'P', ...whole, runs: [{ text: block.above, size: 13, color: ink.band }] }], { after: 8 });
      paper.bookmark(block.text);
      return paper.row([{ type: 'H1', ...whole, runs: [{ text: block.text, size: 24, strong: true }] }], { after: 14 });
    case 'heading':
      return heading(paper, block.text, 90, 'H2');
    case 'subheading':
      return heading(paper, block.text, 110);
    case 'text':
      return paper.row(
        [{ type: 'P', ...whole, runs: [{ text: block.text, ...(block.strong ? { size: 12, strong: true } : {}) }] }],
        { after: 6 },
      );
    case 'table':
      // A head with nothing under it says nothing.
      paper.room(60);
      return drawTable(
        paper,
        block.head.map((head, place) => ({ head, share: block.shares?.[place] ?? 1 / block.head.length })),
        block.rows.map((cells) => ({ cells: cells.map((text) => [{ text, size: 10 }]) })),
      );
    case 'chart':
      return drawBars(paper, block);
    case 'markdown':
      return drawMarkdown(paper, block.text);
    case 'newPage':
      return paper.newPage();
  }
}
