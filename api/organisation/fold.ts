const letters: Readonly<Record<string, string>> = {
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
  ä: 'ae',
  ö: 'oe',
  ü: 'y',
  ß: 'ss',
};

/**
 * A text as it is searched: lower case, `å` = `aa`, `ø` = `oe`, `æ` = `ae`, accents off. Aagaard and Ågård meet as
 * people type either.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åæøäöüß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether every word of the (folded) search begins a word of the (folded) text. */
export const foldedMatch = (text: string, search: string): boolean => {
  const padded = ` ${text}`;
  return search.split(' ').every((word) => padded.includes(` ${word}`));
};
