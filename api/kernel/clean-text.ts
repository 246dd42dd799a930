/** Something that is seen: neither white space nor control, formatting and filling characters. */
const seen = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Line breaks of other systems, all written `\n`. */
const otherBreak = /\r\n?|[\v\f\u0085]/g;
/** Control characters, and overrides of direction that make a text read as something else. */
const control = /(?![\t\n])[\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text without control characters and overrides of direction. Its lines stay. */
export const withoutControls = (text: string): string => text.replace(otherBreak, '\n').replace(control, '');

/** Characters; more than any field of text takes. A file in base64 is longer and is left as it is. */
const longestText = 1_000_000;

/**
 * A text as it is taken in. One of control and invisible characters alone is empty. Within a visible text control
 * characters and overrides of direction go; other invisible ones stay, as in emoji, soft hyphens and marks of
 * direction. Half a character (a lone surrogate) becomes U+FFFD.
 */
export function cleanText(text: string): string {
  if (!seen.test(text)) return text.trim() === '' ? withoutControls(text) : '';
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.length > longestText ? whole : withoutControls(whole);
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
