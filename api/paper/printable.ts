/** Characters not in the font: it has Latin, Greek and Cyrillic letters, and common signs. */
const undrawable =
  /[^\n -~\u00a0-\u00ac\u00ae-\u017f\u0192\u01cd-\u01dc\u0218-\u021b\u0237\u02bb-\u02bd\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u1e80-\u1e85\u1e9e-\u1ef9\u2010-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2071\u2074-\u208e\u20ac\u2116\u2122\u2126\u2153-\u215e\u2190-\u2199\u21d0-\u21d3\u2212\u2219\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25b2-\u25ba\u25bc-\u25c4\u25c6\u25cf\u2610\u2611\u2713\u2714\u2717\u2718]/gu;
/** Signs that say something, by one that the font has. */
const alike: Readonly<Record<string, string>> = {
  '➔': '→',
  '➙': '→',
  '➜': '→',
  '➝': '→',
  '➞': '→',
  '➡': '→',
  '⇨': '→',
  '⟶': '→',
  '⟹': '⇒',
  '✅': '✓',
  '☒': '✗',
  '✖': '✗',
  '✕': '✗',
  '❌': '✗',
  '▪': '•',
  '▫': '•',
  '○': '•',
  '◦': '•',
  '★': '*',
  '☆': '*',
};
/** Emoji, lone surrogates, and invisible formatting. */
const unseen =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{M}|\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|[\u2028\u2029]/u;

function insteadOf(sign: string): string {
  const known = alike[sign];
  if (known !== undefined) return known;
  if (unseen.test(sign)) return '';
  if (/\s/u.test(sign)) return ' ';
  const plain = sign.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return plain.search(undrawable) < 0 ? plain : '?';
}

/** A printable text: without control characters and emoji; signs the font lacks become similar ones, else `?`. */
export const printable = (text: string): string =>
  text.normalize('NFC').replaceAll('\t', ' ').replaceAll(undrawable, insteadOf);

/** No word has so many characters: pdfkit lays out its rest once more for each of its lines. */
const overlong = /[^\s-]{300,}/g;
/** A printable text that wraps: overlong words may be hyphenated every eight characters. */
export const wrappable = (text: string): string =>
  printable(text).replaceAll(overlong, (word) => word.replaceAll(/.{8}(?=.)/gu, '$&\u00ad'));

/** Characters of a title in a footer: leaves room for the rest. */
const footTitle = 90;
export const forFoot = (title: string): string =>
  title.length <= footTitle ? title : `${title.slice(0, footTitle - 1).trimEnd()}…`;

/** On one line: for table cells and steps, so that blank lines do not fill a page. */
export const oneLine = (text: string): string => paragraphsOf(text).join(' ');

/** Paragraphs of a longer text, without empty ones. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `3F2A 91BC`: a hash's beginning, short enough to read aloud. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase();
