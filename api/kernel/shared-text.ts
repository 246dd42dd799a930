/** Enough for the largest municipality; then the pool is emptied, which costs memory only. */
const mostTexts = 400_000;
let pool = new Map<string, string>();

/**
 * Interns a text. A person's id is in every digest and card that the person got: parsed from JSON each is a separate
 * string, and these took a third of a digest's memory.
 */
export function sharedText(text: string): string {
  const known = pool.get(text);
  if (known !== undefined) return known;
  if (pool.size >= mostTexts) pool = new Map();
  pool.set(text, text);
  return text;
}
