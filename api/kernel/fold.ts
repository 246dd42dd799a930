/** Letters that Danes also write with two; with their marks taken apart (NFD). */
const letters: readonly (readonly [RegExp, string])[] = [
  [/a\u030a/g, 'aa'],
  [/a\u0308/g, 'ae'],
  [/o\u0308/g, 'oe'],
  [/u\u0308/g, 'y'],
  [/\p{Mn}/gu, ''],
  [/æ/g, 'ae'],
  [/ø/g, 'oe'],
  [/ß/g, 'ss'],
  [/[^\p{L}\p{N}]+/gu, ' '],
];

/** Normalises text for search: lower case, `å` = `aa`, `ø` = `oe`, `æ` = `ae`, accents off. Aagaard matches Ågård. */
export const fold = (text: string): string =>
  letters
    .reduce((folded, [letter, written]) => folded.replace(letter, written), text.toLowerCase().normalize('NFD'))
    .trim();

/** Whether every word of the (folded) search is a prefix of a word of the text. */
export const foldedMatch = (text: string, search: string): boolean => {
  if (search === '') return true;
  const padded = ` ${text}`;
  return search.split(' ').every((word) => padded.includes(` ${word}`));
};
