import type { Translate } from '../context.ts';

/** Where the wheel's words stand in answers. */
const names = new Set(['title', 'why', 'evidence', 'evidenceWanted']);

/**
 * An answer with the words of the program's own that are stored in Danish (the wheel's catalogue) in the reader's language.
 * What people wrote, and files, stay as they are.
 */
export function inReadersLanguage(answer: unknown, t: Translate): unknown {
  if (Array.isArray(answer)) return answer.map((one) => inReadersLanguage(one, t));
  if (typeof answer !== 'object' || answer === null || answer instanceof Date || answer instanceof Uint8Array)
    return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && names.has(name) && value !== ''
        ? t('shipped', { text: value })
        : inReadersLanguage(value, t),
    ]),
  );
}
