import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { LevelMark } from '../../assets/contract.ts';

/** Half points. */
const size = 18;
const headed = 'E8EDF4';
/** Colours of levels in print: light enough for black text, and never without the word. */
const fills: Record<LevelMark['tone'], string> = {
  green: 'BFE3C4',
  lightGreen: 'DFF0C2',
  yellow: 'FFF1A8',
  orange: 'FFD3A1',
  red: 'F6B3AC',
  darkRed: 'E08A8A',
};
export const fillOf = ({ tone }: Pick<LevelMark, 'tone'>): string => fills[tone];

/** What XML cannot hold, e.g. a form feed from a pasted page, is left out. */
// The characters below the space, but for tab and line feed, have no place in XML 1.0.
const unprintable = /[\p{Cc}\uFFFE\uFFFF]/gu;
const printable = (text: string) => text.replace(unprintable, (found) => (found === '\t' ? ' ' : ''));

export interface Written {
  bold?: boolean;
  size?: number;
}
/** A paragraph for each line of a text; an empty text is one empty paragraph. */
export const paragraphs = (text: string, { bold = false, size: halfPoints = size }: Written = {}): Paragraph[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => new Paragraph({ children: [new TextRun({ text: printable(line), bold, size: halfPoints })] }));

export interface Cell {
  /** Stands first and bold. */
  title?: string;
  text: string;
  /** RGB without `#`. */
  fill?: string;
  bold?: boolean;
}
/** Signs in a row up to which it is kept on one page. */
const keptWhole = 1_200;

/** A table of fixed widths in twips, its header on each page. Only a very long row goes on to the next page. */
export function wordTable(widths: readonly number[], header: readonly string[], rows: readonly Cell[][]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: header.map((text, place) => cellOf({ text, bold: true, fill: headed }, widths[place])),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: Math.max(...row.map(({ text }) => text.length)) <= keptWhole,
        children: row.map((cell, place) => cellOf(cell, widths[place])),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: header.length === 0 ? body : [head, ...body],
  });
}

const cellOf = ({ title, text, fill, bold = false }: Cell, width = 0) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(fill === undefined ? {} : { shading: { fill } }),
    children: [
      ...(title === undefined ? [] : paragraphs(title, { bold: true })),
      ...(title !== undefined && text === '' ? [] : paragraphs(text, { bold })),
    ],
  });
