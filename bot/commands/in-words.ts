import type { Translate } from '../../api/context.ts';
import type { Obligation } from '../../api/kernel/index.ts';

/** What somebody owes, in words; a kind without words of its own is its title. Not escaped. */
export const inWords = ({ kind, subject: { title } }: Obligation, t: Translate): string =>
  wordsFor(`kinds.${kind}.owe`, title, t) ?? title;

/** The same to somebody else than who owes it. */
export const theirsInWords = (one: Obligation, t: Translate): string =>
  wordsFor(`kinds.${one.kind}.theirs`, one.subject.title, t) ?? inWords(one, t);

function wordsFor(key: string, title: string, t: Translate): string | undefined {
  const text = t(key, { title });
  return text.startsWith(key) ? undefined : text;
}
