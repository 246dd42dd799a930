import { inOneLine, withoutControls } from '../kernel/index.ts';

/** How asset values are written to and read from workbook cells. Pure. */

/** Excel's cell limit in characters. */
const cellLimit = 32_000;
/** Content of a cell that would be too long: on import the field stays unchanged. */
export const tooLongCell = '…';

/** Characters that no workbook can hold; line breaks are \n, since workbooks know no others. */
export const plainText = (text: string): string =>
  withoutControls(text.toWellFormed())
    .replace(/\p{Noncharacter_Code_Point}|\ufffd/gu, '')
    .trim();

/** The same on one line. */
export const oneLine = (text: string): string => inOneLine(plainText(text)).replace(/\t+/g, ' ');

const guarded = /^'+[=+\-@\t\r]/;
/**
 * A text for a cell. The workbook prefixes possible formulas with an apostrophe; a text that begins with one gets
 * another, for a reversible encoding.
 */
export const cellText = (text: string): string => {
  const plain = plainText(text);
  const sure = guarded.test(plain) ? `'${plain}` : plain;
  return sure.length > cellLimit ? tooLongCell : sure;
};
/** The text of a cell. */
export const textOfCell = (cell: string): string => {
  const plain = plainText(cell);
  return guarded.test(plain) ? plain.slice(1) : plain;
};

/** Several values in a cell: `one; two`, quoted where a value has a semicolon, a quotation mark or a line break. */
export const listCell = (values: readonly string[]): string => values.map(plainText).map(quoted).join('; ');
const quoted = (value: string): string =>
  value === '' || /[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

const listItem = /[^\S\n]*(?:"((?:[^"]|"")*)"[^\S\n]*(?=;|\n|$)|([^;\n]*))(?:;|\n|$)/y;
/** The values of such a cell; line breaks also separate. */
export function valuesOfCell(cell: string): string[] {
  const values: string[] = [];
  for (let at = 0; at < cell.length; at = listItem.lastIndex) {
    listItem.lastIndex = at;
    const [whole = '', inQuotes, bare = ''] = listItem.exec(cell) ?? [];
    const value = inQuotes === undefined ? bare.trim() : inQuotes.replaceAll('""', '"');
    if (value !== '') values.push(value);
    if (whole === '') break;
  }
  return values;
}

export interface Link {
  title: string;
  url: string;
}
/** `Title <address>`. */
export const linkText = ({ title, url }: Link): string => `${title} <${url}>`;
/** Such a link, or a bare address, which is then its own title. The caller validates the address. */
export function linkOfText(text: string): Link {
  const [, title, url] = /^(.*)\s<([^<>\s]*)>$/s.exec(text) ?? [];
  return title === undefined || url === undefined ? { title: text, url: text } : { title: title.trim(), url };
}

/** A name has at most this many pieces. */
const mostPieces = 6;
/**
 * Resolves list values. Other systems separate names by commas, which names may contain: the longest known name wins.
 */
export function resolvedList<Value>(
  cell: string,
  resolve: (text: string) => Value | undefined,
): { values: Value[]; unknown: string[] } {
  const values = new Set<Value>();
  const unknown: string[] = [];
  for (const item of valuesOfCell(cell)) {
    const whole = resolve(item);
    if (whole !== undefined) values.add(whole);
    else commaSeparated(item, resolve, values, unknown);
  }
  return { values: [...values], unknown };
}

function commaSeparated<Value>(
  item: string,
  resolve: (text: string) => Value | undefined,
  values: Set<Value>,
  unknown: string[],
): void {
  const pieces = item.split(',');
  for (let from = 0; from < pieces.length;) {
    let taken = 0;
    for (let to = Math.min(pieces.length, from + mostPieces); to > from && taken === 0; to -= 1) {
      const value = resolve(pieces.slice(from, to).join(',').trim());
      if (value === undefined) continue;
      values.add(value);
      taken = to - from;
    }
    const piece = pieces[from]?.trim() ?? '';
    if (taken === 0 && piece !== '') unknown.push(piece);
    from += Math.max(taken, 1);
  }
}
