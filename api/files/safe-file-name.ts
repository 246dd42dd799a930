/** SharePoint refuses these characters in a name; the rest is not seen by people and can hide what a file is. */
const refused = /["*:<>?/\\|#%]|\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/gu;
/** Names that Windows keeps for itself, and those of SharePoint. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|desktop)$|_vti_/i;
/** In characters, with the ending. A path has room for 400. */
const longest = 100;

/**
 * A name that SharePoint takes, as near as possible to what somebody calls the file, ending in what it truly is.
 * `Vejledning: adgang?.DOC` with `docx` becomes `Vejledning adgang.docx`. The same name always gives the same.
 */
export function safeFileName(name: string, extension: string): string {
  const stem = tidy(tidy(name).replace(/\.[\p{L}\p{N}]{1,5}$/u, ''));
  const usable = stem === '' || reserved.test(stem) ? `fil ${stem.replaceAll('_vti_', '')}`.trim() : stem;
  return `${tidy(cut(usable, longest - extension.length - 1))}.${extension}`;
}

const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replace(refused, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[~. ]+|(?<![. ])[. ]+$/g, '');

/** Never in the middle of a letter that is two units long. */
const cut = (text: string, most: number): string => {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept;
};
