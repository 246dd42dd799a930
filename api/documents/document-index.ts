import type { Context } from '../context.ts';
import { todayOf } from '../kernel/index.ts';
import { cachedIndex, meaningsOf, type Found, type Indexed, type TextIndex } from '../search/index.ts';
import type { ListDefinition, Stored } from '../sharepoint/index.ts';
import type { DocumentNow, DocumentRecord, VersionRecord } from './document-declaration.ts';
import type { DocumentKind } from './document-kind.ts';
import { shownVersion } from './document-store.ts';

export type FoundVersions<Field extends string> = ReadonlyMap<string, Found<Field>>;

export interface DocumentIndex<Field extends string> {
  /** Follows its lists, as `cachedIndex`. */
  index: (context: Context) => Promise<TextIndex<Field>>;
  /** Keys of versions that match a search, regardless of permissions; undefined without a search. */
  versionsFound: (context: Context, q?: string) => Promise<FoundVersions<Field> | undefined>;
}

type Words<Field extends string, Now, V> = (now: Now, version: V) => Omit<Indexed<Field>, 'key'>;

/** Full-text index of documents: the version shown and the one in approval; the key is the version's. */
export function documentIndex<
  Field extends string,
  Name extends string,
  D extends DocumentRecord,
  V extends VersionRecord,
>(
  kind: DocumentKind<Name, D, V>,
  of: {
    weights: Readonly<Record<Field, number>>;
    /** Besides the kind's own. */
    lists: readonly ListDefinition<{ key: string }>[];
    /** Called once per pass over all documents. */
    words: (context: Context) => Words<Field, DocumentNow<Name, D, V>, Stored<V>>;
  },
): DocumentIndex<Field> {
  const index = cachedIndex<Field>({
    weights: of.weights,
    lists: [...kind.lists, ...of.lists],
    also: (context) => todayOf(context.clock),
    *all(context) {
      const words = of.words(context);
      for (const now of kind.all(context).values())
        for (const found of new Set([shownVersion(now), now.coming]))
          if (found) yield { key: found.version.key, ...words(now, found.version) };
    },
  });
  return {
    index,
    versionsFound: async (context, q = '') => {
      if (q.trim() === '') return undefined;
      const known = await index(context);
      const [words = []] = meaningsOf(q, [known.words]);
      return new Map(known.find(words).map((found) => [found.key, found]));
    },
  };
}
