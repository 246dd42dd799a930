import { ink, sheet, type Paper } from './paper.ts';
import { printable } from './printable.ts';

/** One thing with a number per series; words are the label at the end of the bar. */
export interface PaperBar {
  title: string;
  values: ({ value: number; words: string } | null)[];
}
export interface PaperChart {
  title: string;
  /** The picture in words. */
  alt: string;
  /** Value of the longest bar. */
  most: number;
  series: string[];
  bars: PaperBar[];
}

/** Points. */
const [label, numbers, line, gap, legendHeight] = [150, 76, 12, 6, 18] as const;
const longest = sheet.width - label - numbers;
/** Dark and light, distinguishable without colour. */
const fills = [ink.band, '#9fb3c8'] as const;
/** Bars per picture; the rest is in the next. */
const mostBars = 20;
/** Horizontal bars, the first series on top, with a text for screen readers. */
export function drawBars(paper: Paper, { title, alt, most, series, bars }: PaperChart): void {
  const rowHeight = Math.max(2, series.length) * line + gap;
  paper.space(4);
  for (let from = 0; from < bars.length; from += mostBars) {
    const shown = bars.slice(from, from + mostBars);
    const height = 18 + legendHeight + shown.length * rowHeight;
    paper.drawing(height, alt, (doc, top) => {
      const text = (words: string, x: number, y: number, width: number, size = 9) =>
        doc
          .fontSize(size)
          .fillColor(ink.text)
          .text(printable(words), x, y, { width, height: 2 * line + 2, ellipsis: true });
      text(title, sheet.left, top, sheet.width, 10);
      let x = sheet.left;
      for (const [place, name] of series.entries()) {
        doc.rect(x, top + 19, 8, 8).fill(fills[place] ?? ink.quiet);
        text(name, x + 12, top + 17, 180);
        x += 30 + doc.widthOfString(printable(name));
      }
      for (const [row, bar] of shown.entries()) {
        const y = top + 18 + legendHeight + row * rowHeight;
        text(bar.title, sheet.left, y - 1, label - 8);
        for (const [place, one] of bar.values.entries()) {
          if (!one) continue;
          const [at, wide] = [y + place * line, Math.max(1, (Math.min(one.value, most) / most) * longest)];
          doc.rect(sheet.left + label, at + 1, wide, line - 2).fill(fills[place] ?? ink.quiet);
          text(one.words, sheet.left + label + wide + 5, at, numbers, 8.5);
        }
      }
    });
  }
  paper.space(8);
}
