/** Plurals never written after "1". */
const plurals =
  'dage|timer|minutter|uger|måneder|medarbejdere|opgaver|personer|kommentarer|planer|systemer|procedurer|versioner|kurser|punkter|svar på|flere|days|hours|minutes|weeks|months|employees|centres|tasks|people|comments|plans|systems|procedures|versions|courses';
/** Lower-case text after a full stop that does not start a sentence. */
const afterAbbreviation =
  /\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|oct|nov|dec|kl|fx|ca|nr|osv|mv|bl\.a|inkl|min|d|e\.g|i\.e|no|\d+)\.$/iu;

const rules: readonly [name: string, odd: (text: string) => boolean][] = [
  ['a plural of one', (text) => new RegExp(`(?<![\\d.,])1 (?:${plurals})(?![\\p{L}])`, 'iu').test(text)],
  [
    'a deadline that is over',
    (text) => /\b(?:senest|by|inden)\b[^.!?\n]*(?:over tiden|dage? siden|overdue|days? ago)/iu.test(text),
  ],
  ['a value that is missing', (text) => /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object|\bnull\b|Invalid/u.test(text)],
  ['a day read as a list', (text) => /^[ \t]*\d{1,2}\.[ \t]/mu.test(text)],
  ['signs that do not fit', (text) => / [,.;:!?](?=\s|$)|\.\.(?!\.)(?<!\.\.\.)|,,|;;|\(\)|« »|»«/u.test(text)],
  ['two spaces', (text) => /\S {2,}\S/u.test(text)],
  ['a small letter after a full stop', (text) => startsSmall(text)],
];

function startsSmall(text: string): boolean {
  for (const { index } of text.matchAll(/[.!?] (?=\p{Ll})/gu))
    if (
      !afterAbbreviation.test(text.slice(0, index + 1).replaceAll('\u200b', '')) &&
      !/[“”"»]\s*$/u.test(text.slice(0, index))
    )
      return true;
  return false;
}

/** Names the oddities in a text; empty when it reads well. Danish and English. */
export const oddIn = (text: string): string[] =>
  rules.flatMap(([name, odd]) => (odd(text) ? [`${name}: ${text}`] : []));

/** Every text of a card: blocks, facts, buttons, the watch text. */
export function textsIn(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(textsIn);
  if (typeof card !== 'object' || card === null) return [];
  return Object.entries(card).flatMap(([name, value]) =>
    ['text', 'title', 'value', 'speak', 'label'].includes(name) && typeof value === 'string' ? [value] : textsIn(value),
  );
}
