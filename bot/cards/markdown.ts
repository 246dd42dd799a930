/** Characters that begin or end formatting in the Markdown of a card's text. */
const special = /[\\`*_[\]~<]/g;
/** What makes a heading, quote or list at the beginning of a line. */
const lineStart = /^([^\S\n\r\u2028\u2029]*)(#{1,6}(?=\s)|>|[-+](?=\s)|\d{1,9}(?=[.)]\s))/gm;
/** Zero-width space: breaks a word in two for a parser and for nobody else. */
const invisible = '\u200b';

/**
 * A text that somebody wrote, as plain words in a card: nothing in it becomes bold, a link, a list or a heading, and
 * `{{DATE(…)}}` is not worked out. Line breaks stay.
 */
export const plain = (text: string): string =>
  text
    .replace(special, (character) => `\\${character}`)
    .replace(lineStart, (_, indent: string, mark: string) => `${indent}${escapeMark(mark)}`)
    .replaceAll('{{', `{${invisible}{`)
    .replace(/(https?|mailto|javascript|data):/gi, (scheme) => `${scheme.slice(0, -1)}${invisible}:`);

const escapeMark = (mark: string): string => (/^\d/.test(mark) ? `${mark}${invisible}` : `\\${mark}`);

/** The lines of a text that somebody wrote, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** At most `length` characters, never half an emoji, with a mark where something is left out. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** `Centerchef` is written small in a sentence, `CISO` is not. */
export const inSentence = (title: string): string =>
  /^.\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
