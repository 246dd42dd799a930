/** Characters with meaning in the Markdown of a card's text. */
const special = /[\\`*_[\]~<]/g;
/** Heading, quote or list marks at the start of a line. */
const lineStart = /^([^\S\n\r\u2028\u2029]*)(#{1,6}(?=\s)|>|[-+](?=\s)|\d{1,9}(?=[.)]\s))/gm;
/** Zero-width space: splits a word for parsers only. */
const invisible = '\u200b';

/**
 * Escapes a person's text for a card: no formatting, links, lists or headings, and `{{DATE(…)}}` is not evaluated. Line
 * breaks stay.
 */
export const plain = (text: string): string =>
  text
    .replace(special, (character) => `\\${character}`)
    .replace(lineStart, (_, indent: string, mark: string) => `${indent}${escapeMark(mark)}`)
    .replaceAll('{{', `{${invisible}{`)
    .replace(/(https?|mailto|javascript|data):/gi, (scheme) => `${scheme.slice(0, -1)}${invisible}:`);

const escapeMark = (mark: string): string => (/^\d/.test(mark) ? `${mark}${invisible}` : `\\${mark}`);

/** Non-empty lines of a text. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Truncates to `length` characters without splitting an emoji, with an ellipsis. */
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
