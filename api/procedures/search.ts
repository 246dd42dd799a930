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
  const text = plain(`${version.body}\n${version.fileText}`);
  const place = text.search(asWritten(word));
  return place < 0 ? undefined : cutOut(text, place);
}

const plain = (markdown: string): string =>
  markdown
    .normalize('NFC')
    .replace(/[#*_>`|\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function cutOut(text: string, place: number): string {
  const from = place <= around.before ? 0 : text.indexOf(' ', place - around.before) + 1;
  const last = place + around.after;
  const to = last >= text.length ? text.length : text.lastIndexOf(' ', last);
  return `${from > 0 ? '… ' : ''}${text.slice(from, Math.max(to, place))}${to < text.length ? ' …' : ''}`;
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
