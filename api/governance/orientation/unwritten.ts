import type { Context } from '../../context.ts';

const root = 'governanceDocuments.suggest';
/** Suggestions with a sentence that asks their writer for words. */
export const countedKinds = ['risks', 'incidents'] as const;
export const isCounted = (kind: string): boolean => countedKinds.some((each) => each === kind);

/** The sentence that asks a writer for words, in Danish like the document. */
export const askOf = (context: Context, kind: (typeof countedKinds)[number], count: number): string =>
  context.texts('da')(`${root}.${kind}Ask`, { count });

/** The sentence of a suggestion that its writer has not yet replaced; undefined when all is written. */
export function asksFor(context: Context, text: string): string | undefined {
  const asks = countedKinds.flatMap((kind) => [1, 2].map((count) => askOf(context, kind, count)));
  return asks.find((ask) => text.includes(ask));
}
