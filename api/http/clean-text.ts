/** Something that is seen: neither white space nor control, formatting and filling characters. */
const seen = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * A text as it is taken in. One of control and invisible characters alone is empty; within a visible text they stay, as
 * in emoji, soft hyphens and marks of direction. Half a character (a lone surrogate) becomes U+FFFD.
 */
export function cleanText(text: string): string {
  if (!seen.test(text)) return text.trim() === '' ? text : '';
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** The same for every text of an input. Bodies nest at most fifty deep (`isTooDeep`). */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cleanTexts(member)]));
}

/** Files and the like are left alone. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/;
/** A text in one line: a line break, with the white space around it, becomes a space. */
export const inOneLine = (text: string): string =>
  text.replaceAll(/[\s\u0085]+/g, (space) => (lineBreak.test(space) ? ' ' : space)).trim();
