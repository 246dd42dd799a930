import { cut } from '../paragraphs.ts';

/** Letters and digits only: equal in Markdown and on the page. Addresses of links are not shown. */
const bare = (text: string): string =>
  text
    .replace(/\]\([^()\s]*\)/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Identifies a paragraph. */
const enough = 80;
const blocks = 'h2, h3, h4, h5, h6, p, ul, ol, li, blockquote, pre, table';

/** The smallest element with the beginning of a paragraph, counted from 0. */
export function paragraphOn(page: Element, text: string, place: number): HTMLElement | undefined {
  const wanted = bare(cut(text)[place] ?? '').slice(0, enough);
  if (wanted === '') return undefined;
  const parts = [...page.querySelectorAll<HTMLElement>(blocks)];
  const words = parts.map((part) => bare(part.textContent));
  const whole = words.findLastIndex((said) => said.startsWith(wanted));
  if (whole >= 0) return parts[whole];
  // A paragraph of several blocks: a heading with its text, the items of a list.
  const first = words.findIndex((said) => said.length > 0 && wanted.startsWith(said));
  return parts[first];
}

/** Scrolls to the paragraph, marks and focuses it, so that reading starts there. */
export function goToParagraph(page: Element, text: string, place: number): void {
  const paragraph = paragraphOn(page, text, place);
  if (!paragraph) return;
  paragraph.dataset['found'] = '';
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  paragraph.scrollIntoView({ block: 'center' });
}
