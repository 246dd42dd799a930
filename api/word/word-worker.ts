import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx';
import { paragraphs, printable, wordTable } from './word-parts.ts';
import type { Block, Section, WordDocument } from './write-document.ts';

/** Twips: 2 cm. */
const margin = 1_134;
/** Twips: A4. */
const [width, height] = [11_906, 16_838];

/** The bytes of the file. */
export async function work({ creator, title, sections }: WordDocument): Promise<Uint8Array> {
  const written = new Document({
    creator: printable(creator),
    title: printable(title),
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: sections.map((section) => sectionOf(section, title)),
  });
  return new Uint8Array(await Packer.toBuffer(written));
}

const sectionOf = ({ across, blocks }: Section, title: string): ISectionOptions => ({
  properties: {
    page: {
      margin: { top: margin, bottom: margin, left: margin, right: margin },
      size: { width, height, ...(across ? { orientation: PageOrientation.LANDSCAPE } : {}) },
    },
  },
  footers: { default: footer(title) },
  children: blocks.flatMap(drawn),
});

function drawn(block: Block): (Paragraph | Table)[] {
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
  }
}

const footer = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            size: 16,
            children: [`${printable(title)} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
