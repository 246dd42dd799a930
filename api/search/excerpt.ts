import { LRUCache } from 'lru-cache';
import { fold } from '../kernel/index.ts';
import { paragraphsOf } from '../difference/index.ts';

/** Characters before and after the match. */
const around = { before: 60, after: 110 };
/** Minimum letters of a match inside a word. */
const insideFrom = 4;
/** Characters around the match made readable in long documents. */
const wide = 400;

/** The excerpt around the first of some (folded) words, as written; undefined without a match. */
export function excerptOf(words: readonly string[], written: string): string | undefined {
  const text = written.normalize('NFC');
  const word = words.find((one) => placeOf(one, text) >= 0);
  if (word === undefined) return undefined;
  const place = placeOf(word, text);
  const from = Math.max(0, place - wide);
  const readable = plainWords(text.slice(from, place + wide));
  return cutOut(readable, Math.max(0, placeOf(word, readable)), { from: from === 0, to: place + wide >= text.length });
}

/** Markdown as plain text on one line. */
export const plainWords = (markdown: string): string =>
  markdown
    .normalize('NFC')
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/[#*_>`|\\[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Cached folded paragraphs by text; size in characters. */
const folded = new LRUCache<string, readonly string[]>({
  maxSize: 4_000_000,
  sizeCalculation: (_, text) => 2 * text.length + 1,
});

/** Index of the paragraph with most of some (folded) words, from 0; undefined without a match. */
export function paragraphWith(words: readonly string[], text: string): number | undefined {
  const known = folded.get(text) ?? paragraphsOf(text).map((paragraph) => ` ${fold(paragraph)} `);
  folded.set(text, known);
  const counts = known.map((paragraph) => words.filter((word) => paragraph.includes(` ${word} `)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : counts.indexOf(most);
}

/** `whole`: whether the text begins and ends at the cut. */
function cutOut(text: string, place: number, whole: { from: boolean; to: boolean }): string {
  const from = place <= around.before ? 0 : text.indexOf(' ', place - around.before) + 1;
  const last = place + around.after;
  const to = last >= text.length ? text.length : text.lastIndexOf(' ', last);
  const isBegun = from > 0 || !whole.from;
  const isEnded = to >= text.length && whole.to;
  return `${isBegun ? '… ' : ''}${text.slice(from, Math.max(to, place))}${isEnded ? '' : ' …'}`;
}

/** Position of a folded word in a text, else -1. Usual spellings first, which is fast in long texts. */
function placeOf(word: string, text: string): number {
  if (word.length >= insideFrom) {
    const lower = text.toLowerCase();
    const danish = word.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø');
    for (const written of [danish, word]) {
      const place = lower.indexOf(written);
      if (place >= 0) return place;
    }
  }
  return text.search(asWritten(word));
}

/** Possible spellings of folded letters; pairs that may be one letter are marked first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/aa/g, '\ue001'],
  [/ae/g, '\ue002'],
  [/oe/g, '\ue003'],
  [/ss/g, '\ue004'],
  [/a/g, '[aáàâã]'],
  [/e/g, '[eéèêë]'],
  [/o/g, '[oóòôõ]'],
  [/y/g, '[yüý]'],
  [/u/g, '[uúùû]'],
  [/i/g, '[iíìîï]'],
  [/\ue001/g, '(?:aa|å)'],
  [/\ue002/g, '(?:ae|æ|ä)'],
  [/\ue003/g, '(?:oe|ø|ö)'],
  [/\ue004/g, '(?:ss|ß)'],
];

function asWritten(word: string): RegExp {
  const pattern = spellings.reduce((written, [letter, forms]) => written.replace(letter, forms), word);
  return new RegExp(word.length < insideFrom ? `(?<![\\p{L}\\p{N}])${pattern}` : pattern, 'iu');
}
