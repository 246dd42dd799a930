import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { inSlices } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import { textIndex, type TextIndex } from './text-index.ts';

/** One text to index. */
export interface Indexed<Field extends string> {
  key: string;
  /** Its inputs: while each is the same object, the text is unchanged. */
  madeOf: readonly unknown[];
  texts: () => Readonly<Record<Field, string>>;
}

export interface IndexOf<Field extends string> {
  /** Weight of each field. */
  weights: Readonly<Record<Field, number>>;
  /** Whose changes may change the texts. */
  lists: readonly ListDefinition<{ key: string }>[];
  /** Other inputs, usually today's date. */
  also?: (context: Context) => string;
  /** All texts. Throws the lists' errors. */
  all: (context: Context) => Iterable<Indexed<Field>>;
}

interface Cached<Field extends string> {
  index: TextIndex<Field>;
  made: Map<string, readonly unknown[]>;
  stamp?: string;
  running?: Promise<void>;
}

/**
 * An in-memory index that follows its lists. Resolves when it includes everything in the lists at the call. The first
 * call reads every text; then a change costs its own text and a comparison of the others' inputs. In slices of ten
 * milliseconds. Declare it once at module level.
 */
export function cachedIndex<Field extends string>(of: IndexOf<Field>): (context: Context) => Promise<TextIndex<Field>> {
  const cache = contextPart<Cached<Field>>('search/cachedIndex');
  const stampOf = (context: Context) =>
    [...of.lists.map((list) => context.list(list).version), of.also?.(context) ?? ''].join(' ');

  async function catchUp(context: Context, known: Cached<Field>): Promise<void> {
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
    const known: Cached<Field> = cache.get(context) ?? { index: textIndex(of.weights), made: new Map() };
    cache.set(context, known);
    // A running update may have begun before the latest change.
    if (known.stamp !== stampOf(context)) await known.running?.catch(() => undefined);
    if (known.stamp === stampOf(context)) return known.index;
    known.running ??= catchUp(context, known).finally(() => delete known.running);
    await known.running;
    return known.index;
  };
}
