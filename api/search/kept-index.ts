import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { inSlices } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import { textIndex, type TextIndex } from './text-index.ts';

/** One text as it is now. */
export interface Indexed<Field extends string> {
  key: string;
  /** Everything that it is made of: while each is the same object, the text is the same. */
  madeOf: readonly unknown[];
  texts: () => Readonly<Record<Field, string>>;
}

export interface IndexOf<Field extends string> {
  /** How much a word counts in each field. */
  weights: Readonly<Record<Field, number>>;
  /** Whose changes may change the texts. */
  lists: readonly ListDefinition<{ key: string }>[];
  /** What else they depend on: today's date, as a rule. */
  also?: (context: Context) => string;
  /** Every text that there is. Errors of the lists it reads. */
  all: (context: Context) => Iterable<Indexed<Field>>;
}

interface Kept<Field extends string> {
  index: TextIndex<Field>;
  made: Map<string, readonly unknown[]>;
  stamp?: string;
  running?: Promise<void>;
}

/**
 * An index in memory that follows its lists. Resolves to it as it is once everything that stands in the lists at the
 * call is in it. The first time every text is read; after that a change costs its own text and a look at whether the
 * others are the same objects. Others are served in between every ten milliseconds. Declare it once at module level.
 */
export function keptIndex<Field extends string>(of: IndexOf<Field>): (context: Context) => Promise<TextIndex<Field>> {
  const kept = contextPart<Kept<Field>>('search/keptIndex');
  const stampOf = (context: Context) =>
    [...of.lists.map((list) => context.list(list).version), of.also?.(context) ?? ''].join(' ');

  async function catchUp(context: Context, known: Kept<Field>): Promise<void> {
    const stamp = stampOf(context);
    const seen = new Set<string>();
    await inSlices(of.all(context), ({ key, madeOf, texts }) => {
      seen.add(key);
      const before = known.made.get(key);
      if (before?.length === madeOf.length && before.every((part, place) => Object.is(part, madeOf[place]))) return;
      known.index.put(key, texts());
      known.made.set(key, madeOf);
    });
    const gone = [...known.made.keys()].filter((key) => !seen.has(key));
    await inSlices(gone, (key) => {
      known.index.take(key);
      known.made.delete(key);
    });
    known.stamp = stamp;
  }

  return async (context) => {
    const known: Kept<Field> = kept.get(context) ?? { index: textIndex(of.weights), made: new Map() };
    kept.set(context, known);
    // What is under way may have begun before the latest change.
    if (known.stamp !== stampOf(context)) await known.running?.catch(() => undefined);
    if (known.stamp === stampOf(context)) return known.index;
    known.running ??= catchUp(context, known).finally(() => delete known.running);
    await known.running;
    return known.index;
  };
}
