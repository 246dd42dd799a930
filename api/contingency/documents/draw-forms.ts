import type { Translate } from '../../context.ts';
import { sheet, type Paper } from '../../paper/paper.ts';
import { heading } from '../../paper/parts.ts';
import { pagesOf, type Stamp } from '../../paper/stamp-pages.ts';
import type { PackForm } from './pack-paper.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const whole = { x: sheet.left, width: sheet.width };
/** Printed pages of one form; a longer one is complete in the file. */
const mostPages = 30;
const pictures = new Set(['image/png', 'image/jpeg']);

/** A form with its page count, if a readable PDF. */
export interface CountedForm extends PackForm {
  pages?: number;
}

/** Pages are counted before drawing, since every sheet shows the total. */
export const counted = (forms: readonly PackForm[]): Promise<CountedForm[]> =>
  Promise.all(
    forms.map(async (form) => {
      const pages = form.bytes && form.type === 'application/pdf' ? await pagesOf(form.bytes) : undefined;
      return pages === undefined ? form : { ...form, pages };
    }),
  );

/**
 * Draws the forms of a plan after it, each on its own sheets: PDFs page by page, pictures whole, and the rest by name
 * only. Returns the pages to insert when the sheets are done.
 */
export function drawForms(paper: Paper, forms: readonly CountedForm[], t: Translate): Stamp[] {
  const say = (key: TextsUnder<'offlinePacks.paper'>, values: Readonly<Record<string, string | number>> = {}) =>
    t(`offlinePacks.paper.${key}`, values);
  const stamps: Stamp[] = [];
  const drawn = new Set(forms.filter((form) => isDrawn(paper, form)));
  const [ownSheets, listed] = [[...drawn], forms.filter((form) => !drawn.has(form))];
  if (listed.length > 0) {
    heading(paper, say('forms'), 60);
    for (const { title, name, bytes, why } of listed) {
      const text = bytes ? say('formAttached', { title, name }) : `${title}. ${say(why ?? 'lost')}`;
      paper.row([{ type: 'P', ...whole, runs: [{ text }] }], { after: 2 });
    }
  }
  for (const form of ownSheets) {
    const { title, bytes, pages } = form;
    if (!bytes) continue;
    for (let place = 0; place < Math.min(pages ?? 1, mostPages); place += 1) {
      paper.newPage();
      const text = (pages ?? 1) === 1 ? title : say('formPage', { title, page: place + 1, of: pages ?? 1 });
      paper.row([{ type: 'H3', ...whole, runs: [{ text, size: 11, strong: true }] }], { after: 6 });
      if (pages === undefined) paper.picture(bytes, title);
      else stamps.push({ source: bytes, sourcePage: place, page: paper.page, at: paper.rest });
    }
  }
  for (const { title, name, type, bytes } of forms) if (bytes) paper.attach(bytes, { name, type, about: title });
  return stamps;
}

/** Anything but an intact PDF or picture, whatever its declared type, is named only; the file has it. */
const isDrawn = (paper: Paper, { bytes, type, pages }: CountedForm): boolean =>
  bytes !== undefined && (pages !== undefined ? pages > 0 : pictures.has(type) && paper.reads(bytes));
