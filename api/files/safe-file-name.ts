/** SharePoint refuses these characters in names; others are invisible and can hide a file's type. */
const refused = /["*:<>?/\\|#%]|\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/gu;
/** Reserved names of Windows and SharePoint. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|desktop)$|_vti_/i;
/** Characters, with the extension. A path may have 400. */
const longest = 100;
/** Characters at the end of a name that is too long: numbers and days stand there, and tell files apart. */
const keptAtEnd = 20;

/**
 * A name valid in SharePoint, as close as possible to the given one, with the true extension. `Vejledning: adgang?.DOC`
 * with `docx` becomes `Vejledning adgang.docx`. Deterministic.
 */
export function safeFileName(name: string, extension: string): string {
  const stem = tidy(tidy(name).replace(/\.[\p{L}\p{N}]{1,5}$/u, ''));
  const usable = stem === '' || reserved.test(stem) ? `fil ${stem.replaceAll('_vti_', '')}`.trim() : stem;
  return `${tidy(cut(usable, longest - extension.length - 1))}.${extension}`;
}

/** The same of a title, where `.0` at the end is a number and no extension: `Politik 4.0` becomes `Politik 4.0.pdf`. */
export const fileNamed = (title: string, extension: string): string => safeFileName(`${title}.${extension}`, extension);

const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .replace(refused, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[~. ]+|(?<![. ])[. ]+$/g, '');

/** Shortens in the middle; never splits a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  const [start, end] = [letters.slice(0, -keptAtEnd), letters.slice(-keptAtEnd).join('')];
  let kept = '';
  for (const letter of start) {
    if (kept.length + letter.length + 1 + end.length > most) break;
    kept += letter;
  }
  return `${tidy(kept)}…${end}`;
}
