import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun, type ISectionOptions } from 'docx';
import { drawn } from './word-blocks.ts';
import { printable } from './word-parts.ts';
import type { Section, WordDocument } from './write-document.ts';

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
