import type { FormatLanguage } from '../texts/format.ts';
import { shippedIn } from '../texts/shipped-words.ts';

/** Where the wheel's words stand in answers. */
const names = new Set(['title', 'why', 'evidence', 'evidenceWanted']);

/**
 * An answer with the words of the program's own that are stored in Danish (the wheel's catalogue) in the reader's language.
 * What people wrote, and files, stay as they are.
 */
export function inReadersLanguage(answer: unknown, language: FormatLanguage): unknown {
  if (Array.isArray(answer)) return answer.map((one) => inReadersLanguage(one, language));
  if (typeof answer !== 'object' || answer === null || answer instanceof Date || answer instanceof Uint8Array)
    return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && names.has(name) && value !== ''
        ? shippedIn(value, language)
        : inReadersLanguage(value, language),
    ]),
  );
}
