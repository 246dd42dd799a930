import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import type { Found, TextIndex, Vocabulary } from '../search/index.ts';
import type { FoundKind, FoundRecord } from './contract.ts';

type Meanings = Parameters<TextIndex<string>['find']>[0];

/** What of one kind can be looked through now. */
export interface Opened {
  words: Vocabulary;
  /** What answers and the actor may see, the best first. */
  found(meanings: Meanings): Iterable<FoundRecord>;
}

export interface Source {
  kind: FoundKind;
  /** What it is as old as. */
  lists: readonly ListDefinition<{ key: string }>[];
  /** The index as it is now, for one reader. Throws AppError unavailable while a list is away. */
  open(context: Context, actor: Actor): Promise<Opened>;
  /** Makes the index that all readers share. */
  ready(context: Context): Promise<unknown>;
}

export interface SourceOf<Field extends string> {
  kind: FoundKind;
  lists: Source['lists'];
  /** The texts that all readers share. */
  index(context: Context): Promise<TextIndex<Field>>;
  /**
   * What the reader sees of a text that answers: nothing when its page would refuse the reader. Made once a search, so that
   * what all records share is looked up once.
   */
  reader(context: Context, actor: Actor): (found: Found<Field>) => readonly FoundRecord[];
}

/** A kind of record, for whoever asks with words. */
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
