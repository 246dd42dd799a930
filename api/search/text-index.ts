import MiniSearch from 'minisearch';
import { fold } from '../kernel/index.ts';
import { vocabulary, type Meant, type Vocabulary } from './vocabulary.ts';

/** A matching text. */
export interface Found<Field extends string> {
  key: string;
  /** Comparable within one search only. */
  score: number;
  /** For each word of the search its matching words, likeliest first. */
  answers(): readonly (readonly FoundWord<Field>[])[];
}
export interface FoundWord<Field extends string> {
  /** Folded. */
  word: string;
  /** Fields with it, highest weight first. */
  fields: readonly Field[];
}

/** Where a text matches. */
export interface Place<Field extends string> {
  field: Field;
  /** The words, folded. */
  words: readonly string[];
}

/**
 * The field in which a text matches: a `near` one (title and the like) when these match every word, else the field of
 * the first word they lack.
 */
export function placeOf<Field extends string>(
  { answers }: Found<Field>,
  near: readonly Field[],
): Place<Field> | undefined {
  const all = answers();
  const isNear = ({ fields }: FoundWord<Field>) => fields.some((field) => near.includes(field));
  const [field] = (all.find((words) => !words.some(isNear)) ?? all[0])?.[0]?.fields ?? [];
  if (field === undefined) return undefined;
  return { field, words: all.flat().flatMap(({ word, fields }) => (fields.includes(field) ? [word] : [])) };
}

export interface TextIndex<Field extends string> {
  readonly words: Vocabulary;
  /** Adds or replaces a text. */
  put(key: string, texts: Readonly<Record<Field, string>>): void;
  take(key: string): void;
  /** Texts that match every word, best first. */
  find(words: readonly (readonly Meant[])[]): Found<Field>[];
}

const wordsOf = (folded: string): string[] => (folded === '' ? [] : folded.split(' '));
const none: readonly string[] = [];

/**
 * A full-text index, ranked by MiniSearch (BM25). `weights` has the fields' weights. Each text is folded once; a change
 * costs only its own text.
 */
export function textIndex<Field extends string>(weights: Readonly<Record<Field, number>>): TextIndex<Field> {
  const fields = fieldsOf(weights);
  const words = vocabulary();
  const wordsByKey = new Map<string, readonly string[]>();
  const index = new MiniSearch<Readonly<Record<string, string>>>({
    idField: 'key',
    fields,
    tokenize: wordsOf,
    // Interned: one copy of each word.
    processTerm: words.kept,
  });

  function take(key: string): void {
    const known = wordsByKey.get(key);
    if (!known) return;
    wordsByKey.delete(key);
    words.take(known);
    index.discard(key);
  }

  return {
    words,
    put: (key, texts) => {
      take(key);
      const folded = Object.fromEntries(fields.map((field) => [field, fold(texts[field])]));
      const own = new Set(fields.flatMap((field) => wordsOf(folded[field] ?? '').map(words.kept)));
      wordsByKey.set(key, own.size === 0 ? none : [...own]);
      words.add(own);
      index.add({ ...folded, key });
    },
    take,
    find: (asked) => {
      if (asked.length === 0 || asked.some((meant) => meant.length === 0)) return [];
      const found = index.search({
        combineWith: 'AND',
        queries: asked.map((meant) => ({
          queries: [meant.map(({ word }) => word).join(' ')],
          combineWith: 'OR',
          tokenize: wordsOf,
          processTerm: (word: string) => word,
          boost: weights,
          boostTerm: (_: string, place: number) => meant[place]?.weight ?? 0,
        })),
      });
      const status = (match: Readonly<Record<string, readonly string[]>>, word: string) =>
        fields.filter((field) => match[word]?.includes(field) === true);
      return found.map(({ id, score, match }) => ({
        key: String(id),
        score,
        answers: () =>
          asked.map((meant) =>
            meant.flatMap(({ word }) => (match[word] ? [{ word, fields: status(match, word) }] : [])),
          ),
      }));
    },
  };
}

/** Fields by descending weight. */
function fieldsOf<Field extends string>(weights: Readonly<Record<Field, number>>): Field[] {
  const names: Field[] = [];
  for (const name in weights) names.push(name);
  return names.sort((one, other) => weights[other] - weights[one]);
}
