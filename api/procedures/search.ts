import { fold } from '../organisation/index.ts';
import type { ProcedureVersion } from './procedure-list.ts';

/** The words of a version as they are searched, each with a space before it. */
interface Words {
  title: string;
  text: string;
}
/** Kept while the version is the same object: 2,000 procedures are folded once, not at every key that is pressed. */
const kept = new WeakMap<ProcedureVersion, Words>();

export function wordsOfVersion(version: ProcedureVersion): Words {
  const known = kept.get(version);
  if (known) return known;
  const { title, control = '', body, fileText, file } = version;
  const made = { title: ` ${fold(title)}`, text: ` ${fold(`${control} ${body} ${file?.name ?? ''} ${fileText}`)}` };
  kept.set(version, made);
  return made;
}

/** Danish writes words together: from so many letters on the inside of a word counts too (`journal` in `patientjournal`). */
const insideFrom = 4;

/**
 * How well a version answers a (folded) search, 0 best: all words in the title, in title and area, or somewhere in text
 * and file too. Undefined when a word is nowhere.
 */
export function rankOf(words: readonly string[], version: ProcedureVersion, area: string): number | undefined {
  const { title, text } = wordsOfVersion(version);
  const begins = (place: string) => (word: string) => place.includes(` ${word}`);
  const isIn = (place: string) => (word: string) => place.includes(word.length < insideFrom ? ` ${word}` : word);
  if (words.every(begins(title))) return 0;
  const near = `${title} ${area}`;
  if (words.every(isIn(near))) return 1;
  return words.every((word) => isIn(near)(word) || isIn(text)(word)) ? 2 : undefined;
}

/** Characters before and after what was found. */
const around = { before: 60, after: 110 };

/**
 * The place in text or file where a search was found, in the words as they stand there; undefined when title and area
 * say it all.
 */
export function excerptOf(words: readonly string[], version: ProcedureVersion, area: string): string | undefined {
  const near = `${wordsOfVersion(version).title} ${area}`;
  const word = words.find((one) => !near.includes(` ${one}`));
  if (word === undefined) return undefined;
  const text = `${version.body}\n${version.fileText}`.normalize('NFC');
  const place = placeOf(word, text);
  if (place < 0) return undefined;
  // Long documents are only made readable around the place.
  const from = Math.max(0, place - wide);
  const readable = plain(text.slice(from, place + wide));
  return cutOut(readable, Math.max(0, placeOf(word, readable)), { from: from === 0, to: place + wide >= text.length });
}
const wide = 400;

const plain = (markdown: string): string =>
  markdown
    .normalize('NFC')
    .replace(/[#*_>`|\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** `whole`: whether the text begins and ends where it is cut. */
function cutOut(text: string, place: number, whole: { from: boolean; to: boolean }): string {
  const from = place <= around.before ? 0 : text.indexOf(' ', place - around.before) + 1;
  const last = place + around.after;
  const to = last >= text.length ? text.length : text.lastIndexOf(' ', last);
  const isBegun = from > 0 || !whole.from;
  const isEnded = to >= text.length && whole.to;
  return `${isBegun ? '… ' : ''}${text.slice(from, Math.max(to, place))}${isEnded ? '' : ' …'}`;
}

/** Where a folded word stands in a text; -1 when nowhere. The usual spellings first, which is quick in long texts. */
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

/** However the letters of a folded word may stand in a text; two letters that may be one are marked first. */
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
