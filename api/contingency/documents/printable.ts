/** Pictures of letters and other scripts that the font cannot draw, and what is not seen at all. */
const undrawable = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/gu;
const unseen =
  /\p{Extended_Pictographic}|[\u{fe00}-\u{fe0f}\u{200b}-\u{200f}\u{2028}-\u{202e}]|(?!\n)\p{Cc}|\p{Cs}|\p{Co}/gu;
/** Signs that are pictographic by name and letters by use. */
const kept = /[©®™]/u;

/** A text as the paper can show it: no control characters, no emoji; `?` for a script that the font does not have. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .replace(unseen, (sign) => (kept.test(sign) ? sign : ''))
    .replace(undrawable, '?');

/** On one line: for table cells and steps, so that nobody's empty lines make a page. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim();

/** Paragraphs of a longer text, without empty ones. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
