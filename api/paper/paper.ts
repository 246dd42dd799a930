import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Cell, PaperSettings, Run, Slot } from './paper-types.ts';
import { printable, wrappable } from './printable.ts';

/** Points: an A4 sheet with a binding margin at the left. */
export const sheet = { left: 56, right: 555, top: 44, bottom: 782, width: 499 } as const;
const footerAt = 800;

const require = createRequire(import.meta.url);
const family = '@expo-google-fonts/source-sans-3';
const files = { regular: '400Regular/SourceSans3_400Regular.ttf', strong: '700Bold/SourceSans3_700Bold.ttf' };
type Weight = keyof typeof files;
type PDFFont = PDFKit.Mixins.PDFFontSource;
const opened = new Map<Weight, PDFFont>();
/** Opened once a thread: to decode the tables of a font takes longer than to draw a sheet. */
function fontOf(weight: Weight): PDFFont {
  const known = opened.get(weight) ?? openFont(require.resolve(`${family}/${files[weight]}`));
  opened.set(weight, known);
  return known;
}
/** The types of pdfkit lack opened fonts. */
const openFont = (file: string): PDFFont => create(readFileSync(file)) as unknown as PDFFont;
export const ink = { text: '#111111', quiet: '#444444', line: '#8a8a8a', band: '#12365b', paper: '#ffffff' } as const;

export type { Cell, Run, Slot } from './paper-types.ts';

type Doc = PDFKit.PDFDocument;

/** An empty document with its fonts, tagged, and a page: measuring needs one. */
function openDocument({ title, author, language, madeAt }: PaperSettings) {
  const date = new Date(madeAt);
  const lang = language === 'da' ? 'da-DK' : 'en-GB';
  const settings: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    margins: { left: sheet.left, top: sheet.top, right: 595 - sheet.right, bottom: 842 - sheet.bottom },
    lang,
    info: { Title: printable(title), Author: printable(author), CreationDate: date, ModDate: date },
  };
  // The types of pdfkit lack this subset, and that its own font may be left out.
  const doc = new PDFDocument(Object.assign(settings, { subset: 'PDF/UA', font: null }));
  doc.registerFont('regular', fontOf('regular')).registerFont('strong', fontOf('strong'));
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();
  const end = (): Promise<Uint8Array> => {
    root.end();
    return new Promise((resolve, reject) => {
      doc.on('end', () => resolve(Buffer.concat(parts)));
      doc.on('error', reject);
      doc.end();
    });
  };
  return { doc, root, lang, end };
}

/** Writes cells of text; `scaleNow` is what everything is scaled by. */
function penOn(doc: Doc, scaleNow: () => number) {
  const style = ({ size = 10.5, strong = false }: Run) =>
    doc.font(strong ? 'strong' : 'regular').fontSize(size * scaleNow());
  const heightOf = ({ runs, width }: Cell): number =>
    runs.reduce((sum, run) => sum + style(run).heightOfString(wrappable(run.text) || ' ', { width }), 0);
  const write = ({ runs, x, width }: Cell, top: number) => {
    let at = top;
    for (const run of runs) {
      const text = wrappable(run.text) || ' ';
      style(run)
        .fillColor(run.color ?? ink.text)
        .text(text, x, at, { width, align: run.align ?? 'left' });
      at += style(run).heightOfString(text, { width });
    }
  };
  return { heightOf, write };
}

/** A line across the sheet, half a point thick. */
const rule = (doc: Doc, at: number) =>
  doc.moveTo(sheet.left, at).lineTo(sheet.right, at).lineWidth(0.5).stroke(ink.line);

/** The footer of every page, with its number. */
function drawFooters(doc: Doc, write: (cell: Cell, top: number) => void, { footer, pageOf }: PaperSettings) {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Below the margin pdfkit would start a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    rule(doc, footerAt - 6);
    write({ type: '', x: sheet.left, width: 410, runs: [{ text: footer, size: 8.5, color: ink.quiet }] }, footerAt);
    const number: Run = { text: pageOf(page + 1, count), size: 8.5, color: ink.quiet, align: 'right' };
    write({ type: '', x: sheet.right - 85, width: 85, runs: [number] }, footerAt);
    doc.endMarkedContent();
  }
}

/** Whether a picture is a valid PNG or JPEG: a broken one would fail in the middle of a sheet. */
function isPicture(bytes: Uint8Array): boolean {
  try {
    new PDFDocument().image(Buffer.from(bytes), 0, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sheets drawn from top to bottom, tagged for screen readers (PDF/UA-1). Inside `measure` only the height counts. The
 * only importer of pdfkit.
 */
export function createPaper(settings: PaperSettings) {
  const { doc, root, lang, end } = openDocument(settings);
  let around = root;
  let scale = 1;
  let y: number = sheet.top;
  let measured: number | undefined;
  let isEmpty = true;

  const { heightOf, write } = penOn(doc, () => scale);
  const artifact = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };
  const elementFor = ({ type, scope }: Cell) => {
    const options = { lang, scope };
    const level = /^H(\d)$/.exec(type)?.[1];
    const raised = level === undefined ? type : `H${Number(level) - (settings.raise ?? 0)}`;
    return scope ? doc.struct(raised, options) : doc.struct(raised);
  };
  const slotFor = (cell: Cell, element: PDFKit.PDFStructureElement, top: number): Slot => {
    const page = doc.bufferedPageRange().count - 1;
    return {
      fill(run) {
        doc.switchToPage(page);
        element.add(() => write({ ...cell, runs: [run] }, top));
      },
    };
  };

  const paper = {
    /** The current page, from 1. */
    get page() {
      return doc.bufferedPageRange().count;
    },
    newPage() {
      if (!isEmpty) doc.addPage();
      isEmpty = true;
      y = sheet.top;
    },
    /** Starts a new page unless so many points are free. */
    room(points: number) {
      if (measured === undefined && y + points > sheet.bottom) paper.newPage();
    },
    space(points: number) {
      y += points * scale;
      if (measured !== undefined) measured += points * scale;
    },
    /** All in it belongs to one structure element. */
    inside(type: string, draw: () => void) {
      if (measured !== undefined) return draw();
      const [outer, element] = [around, doc.struct(type)];
      outer.add(element);
      around = element;
      draw();
      around = outer;
    },
    /** Cells side by side; not split over pages unless taller than one. */
    row(cells: readonly Cell[], { line = false, after = 3 }: { line?: boolean; after?: number } = {}) {
      const height = Math.max(...cells.map(heightOf));
      if (measured !== undefined) {
        measured += height + after * scale;
        return;
      }
      paper.room(Math.min(height, sheet.bottom - sheet.top));
      const top = y;
      isEmpty = false;
      for (const cell of cells) {
        const element = elementFor(cell);
        around.add(element);
        if (cell.later) cell.later(slotFor(cell, element, top));
        else element.add(() => write(cell, top));
      }
      y = top + height + after * scale;
      if (line) artifact(() => rule(doc, y - 1));
      if (line) y += 2 * scale;
    },
    /** Whether a picture is a valid PNG or JPEG. */
    reads: isPicture,
    /** A full-width drawing, so many points high; `alt` is its content in words. */
    drawing(height: number, alt: string, draw: (on: PDFKit.PDFDocument, top: number) => void) {
      if (measured !== undefined) {
        measured += height;
        return;
      }
      paper.room(height);
      isEmpty = false;
      const top = y;
      around.add(doc.struct('Figure', { alt: printable(alt) }, () => draw(doc, top)));
      y = top + height;
    },
    /** A picture (PNG or JPEG), scaled to the rest of the page; `alt` describes it. Throws for invalid ones. */
    picture(bytes: Uint8Array, alt: string) {
      const height = sheet.bottom - y;
      const fit: [number, number] = [sheet.width, height];
      paper.drawing(height, alt, (on, top) => on.image(Buffer.from(bytes), sheet.left, top, { fit, align: 'center' }));
    },
    /** Attaches the file to the PDF, to open and print separately. */
    attach(bytes: Uint8Array, { name, type, about }: { name: string; type: string; about: string }) {
      doc.file(Buffer.from(bytes), { name, type, description: printable(about) });
    },
    /** Free space of this page, in points from the foot of the sheet. */
    get rest() {
      return { left: sheet.left, width: sheet.width, bottom: 842 - sheet.bottom, height: sheet.bottom - y };
    },
    bookmark(text: string) {
      doc.outline.addItem(printable(text));
    },
    /** Scales everything drawn from now on. */
    scaled(factor: number) {
      scale = factor;
    },
    /** Height in points of some content, from the top of a page. */
    measure(draw: () => void): number {
      const [wasY, wasScale] = [y, scale];
      measured = 0;
      draw();
      const points = measured;
      measured = undefined;
      [y, scale] = [wasY, wasScale];
      return points;
    },
    /** The finished file, with its footers. */
    finish(): Promise<Uint8Array> {
      scale = 1;
      drawFooters(doc, write, settings);
      return end();
    },
  };
  return paper;
}
export type Paper = ReturnType<typeof createPaper>;
