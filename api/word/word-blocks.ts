import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { markdownParagraphs } from './word-markdown.ts';
import { paragraphs, printable, wordTable } from './word-parts.ts';
import type { Block } from './write-document.ts';
import { ChartRun } from 'docx/charts';

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

type Chart = Extract<Block, { kind: 'chart' }>;
/** Pixels: the text width of a portrait page, and the height per bar. */
const [width, top, bar] = [620, 80, 17];

/** A native bar chart of Word, with editable numbers and colours; with a description for screen readers. */
function chartParagraph({ title, alt, unit, most, series, bars }: Chart): Paragraph {
  const height = Math.min(900, top + bar * bars.length * Math.max(1.6, series.length));
  return new Paragraph({
    keepLines: true,
    spacing: { before: 120, after: 120 },
    children: [
      new ChartRun({
        type: 'bar',
        title: { text: printable(title), font: { size: 11, bold: true } },
        categories: bars.map((one) => printable(one.title)),
        series: series.map(({ name, color }, place) => ({
          name: printable(name),
          color,
          values: bars.map(({ values }) => values[place] ?? null),
        })),
        // First bar at the top, newest series first.
        categoryAxis: { reverseOrder: true },
        valueAxis: { minimum: 0, maximum: most, gridlines: false, visible: false, numberFormat: unit },
        dataLabels: { value: true, position: 'outsideEnd', numberFormat: unit },
        legend: series.length > 1 ? { position: 'bottom' } : false,
        gapWidth: 45,
        transformation: { width, height },
        altText: { name: printable(title), description: printable(alt) },
      }),
    ],
  });
}
