import {
  AlignmentType,
  ExternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Cell } from './write-document.ts';

/** Half points. */
const size = 18;
const headed = 'E8EDF4';
/** Removes characters invalid in XML, e.g. a form feed from a pasted page. */
// Control characters except tab and line feed are invalid in XML 1.0.
const unprintable = /[\p{Cc}\uFFFE\uFFFF]/gu;
export const printable = (text: string) => text.replace(unprintable, (found) => (found === '\t' ? ' ' : ''));

interface Written {
  bold?: boolean;
  size?: number;
  align?: 'right' | undefined;
}
/** A paragraph for each line of a text; an empty text is one empty paragraph. */
export const paragraphs = (text: string, { bold = false, size: halfPoints = size, align }: Written = {}): Paragraph[] =>
  text.split(/\r\n|\r|\n/).map(
    (line) =>
      new Paragraph({
        ...(align ? { alignment: AlignmentType.RIGHT } : {}),
        children: [new TextRun({ text: printable(line), bold, size: halfPoints })],
      }),
  );

/** Most characters of an unsplit row. */
const keptWhole = 1_200;

/** A table of fixed widths in twips, its header on each page. Only a very long row is split. */
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

const cellOf = ({ title, text, fill, bold = false, align, links = [] }: Cell, width = 0) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(fill === undefined ? {} : { shading: { fill } }),
    children: [
      ...(title === undefined ? [] : paragraphs(title, { bold: true })),
      ...((title !== undefined || links.length > 0) && text === '' ? [] : paragraphs(text, { bold, align })),
      ...links.map(link),
    ],
  });

const link = ({ words, address }: { words: string; address: string }) =>
  new Paragraph({
    spacing: { after: 60 },
    children: [
      new ExternalHyperlink({
        link: address,
        children: [new TextRun({ text: printable(words), size, style: 'Hyperlink' })],
      }),
    ],
  });
