import { partsOf } from './word-parts.ts';
import { wordText, type WordText } from './word-text.ts';

/** A Word document as Markdown. Empty when invalid or too large. */
export function work(bytes: Uint8Array): WordText {
  try {
    const parts = partsOf(bytes);
    return parts ? wordText(parts) : { text: '', notes: [] };
  } catch {
    return { text: '', notes: [] };
  }
}
