/** Enough for everybody in the largest municipality and what each owes; then the pool begins anew, which costs memory only. */
const mostTexts = 400_000;
let pool = new Map<string, string>();

/**
 * The one copy of a text. A person's id stands in every digest and every card that the person got: parsed from JSON each
 * would be a text of its own, and they were a third of what a digest takes in memory.
 */
export function sharedText(text: string): string {
  const known = pool.get(text);
  if (known !== undefined) return known;
  if (pool.size >= mostTexts) pool = new Map();
  pool.set(text, text);
  return text;
}
