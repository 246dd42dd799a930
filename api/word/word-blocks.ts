import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { chartParagraph } from './word-chart.ts';
import { markdownParagraphs } from './word-markdown.ts';
import { paragraphs, printable, wordTable } from './word-parts.ts';
import type { Block } from './write-document.ts';

/** A block as Word objects. */
export function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          children: [new TextRun({ text: printable(block.text), size: 40 })],
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 280, after: 120 },
          children: [new TextRun({ text: printable(block.text) })],
        }),
      ];
    case 'text':
      return paragraphs(block.text, block);
    case 'table':
      return [wordTable(block.widths, block.header, block.rows)];
    case 'markdown':
      return markdownParagraphs(block.text);
    case 'chart':
      return [chartParagraph(block)];
  }
}
