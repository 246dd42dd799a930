import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';

/** A page of another PDF, and its position, in points from the foot of the sheet. */
export interface Stamp {
  source: Uint8Array;
  /** From 0. */
  sourcePage: number;
  /** Of the sheet, from 1. */
  page: number;
  at: { left: number; bottom: number; width: number; height: number };
}

/** Page count of a PDF; undefined when unreadable or encrypted. */
export async function pagesOf(bytes: Uint8Array): Promise<number | undefined> {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  } catch {
    return undefined;
  }
}

/** Places pages of other PDFs on drawn sheets, whole and as large as possible. The only importer of pdf-lib. */
export async function stampPages(sheets: Uint8Array, stamps: readonly Stamp[]): Promise<Uint8Array> {
  if (stamps.length === 0) return sheets;
  const doc = await PDFDocument.load(sheets, { updateMetadata: false });
  const opened = new Map<Uint8Array, PDFDocument>();
  for (const { source, sourcePage, page, at } of stamps) {
    const known = opened.get(source) ?? (await PDFDocument.load(source, { updateMetadata: false }));
    opened.set(source, known);
    const [embedded] = await doc.embedPdf(known, [sourcePage]);
    const target = doc.getPage(page - 1);
    if (!embedded) continue;
    const factor = Math.min(at.width / embedded.width, at.height / embedded.height, 1);
    const [width, height] = [embedded.width * factor, embedded.height * factor];
    // For screen readers the heading above names the form, and the attached file has its text.
    target.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
    target.drawPage(embedded, {
      x: at.left + (at.width - width) / 2,
      y: at.bottom + at.height - height,
      width,
      height,
    });
    target.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }
  return doc.save({ useObjectStreams: false });
}
