import type { Context, Translate } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { excerptOf, keptIndex, placeOf } from '../../search/index.ts';
import type { ListDefinition, Stored } from '../../sharepoint/index.ts';
import type { FoundField, FoundKind } from '../contract.ts';
import { source, type Source } from '../source.ts';

interface OfList<R extends { key: string; title: string }, Field extends FoundField> {
  kind: FoundKind;
  list: ListDefinition<R>;
  weights: Readonly<Record<Field | 'title', number>>;
  /** Whether it is still there for anybody: what is retired is history. */
  isIn: (record: Stored<R>) => boolean;
  texts: (record: Stored<R>) => Readonly<Record<Field | 'title', string>>;
  /** The rule of its page. */
  sees: (context: Context, actor: Actor, record: Stored<R>) => boolean;
  about: (context: Context, t: Translate, record: Stored<R>) => readonly (string | undefined)[];
  path: (key: string) => string;
}

/** A kind whose records are the items of one list. */
export function ofList<R extends { key: string; title: string }, Field extends FoundField>(
  of: OfList<R, Field>,
): Source {
  const { kind, list, weights, isIn, texts, sees, about, path } = of;
  return source<Field | 'title'>({
    kind,
    lists: [list],
    index: keptIndex({
      weights,
      lists: [list],
      *all(context) {
        for (const record of context.list(list).all())
          if (isIn(record)) yield { key: record.key, madeOf: [record], texts: () => texts(record) };
      },
    }),
    reader: (context, actor) => {
      const t = context.texts(actor.language);
      return (found) => {
        const record = context.list(list).get(found.key);
        const place = placeOf(found, ['title']);
        if (!record || !place || !sees(context, actor, record)) return [];
        const excerpt = place.field === 'text' ? excerptOf(place.words, texts(record)[place.field]) : undefined;
        return [
          {
            ...{ key: record.key, title: record.title, path: path(record.key), field: place.field },
            about: about(context, t, record).filter(Boolean).join(' · '),
            ...(excerpt === undefined ? {} : { excerpt }),
          },
        ];
      };
    },
  });
}
