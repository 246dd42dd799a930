import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { Found, TextIndex, Vocabulary } from '../search/index.ts';
import type { FoundKind, FoundRecord } from './contract.ts';

type Meanings = Parameters<TextIndex<string>['find']>[0];

/** What is searchable of one kind now. */
export interface Opened {
  words: Vocabulary;
  /** Visible matches, best first. */
  found(meanings: Meanings): Iterable<FoundRecord>;
}

export interface Source {
  kind: FoundKind;
  /** What it is as old as. */
  lists: readonly ListDefinition<{ key: string }>[];
  /** The present index, for one reader. Throws AppError unavailable without a list. */
  open(context: Context, actor: Actor): Promise<Opened>;
  /** Builds the shared index. */
  ready(context: Context): Promise<unknown>;
}

export interface SourceOf<Field extends string> {
  kind: FoundKind;
  lists: Source['lists'];
  /** The shared texts. */
  index(context: Context): Promise<TextIndex<Field>>;
  /**
   * The reader's view of a match: undefined if its page would be refused. Created once per search, to share lookups.
   */
  reader(context: Context, actor: Actor): (found: Found<Field>) => readonly FoundRecord[];
}

/** A searchable kind of record. */
export const source = <Field extends string>({ kind, lists, index, reader }: SourceOf<Field>): Source => ({
  kind,
  lists,
  ready: index,
  open: async (context, actor) => {
    const opened = await index(context);
    const seen = reader(context, actor);
    return {
      words: opened.words,
      *found(meanings) {
        for (const found of opened.find(meanings)) yield* seen(found);
      },
    };
  },
});
