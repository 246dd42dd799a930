import type { Context, Translate } from '../../context.ts';
import type { Actor, Language } from '../../kernel/index.ts';
import { excerptOf, cachedIndex, placeOf } from '../../search/index.ts';
import type { ListDefinition, Stored } from '../../sharepoint/index.ts';
import type { FoundField, FoundKind } from '../contract.ts';
import { source, type Source } from '../source.ts';

interface OfList<R extends { key: string; title: string }, Field extends FoundField> {
  kind: FoundKind;
  list: ListDefinition<R>;
  weights: Readonly<Record<Field | 'title', number>>;
  /** Whether it is current: retired ones are left out. */
  isIn: (record: Stored<R>) => boolean;
  texts: (record: Stored<R>, context: Context) => Readonly<Record<Field | 'title', string>>;
  /** The rule of its page. */
  sees: (context: Context, actor: Actor, record: Stored<R>) => boolean;
  /** The title for the reader, if special. */
  title?: (t: Translate, record: Stored<R>) => string;
  about: (context: Context, t: Translate, record: Stored<R>, language: Language) => readonly (string | undefined)[];
  path: (key: string) => string;
}

/** A kind whose records are the items of one list. */
export function ofList<R extends { key: string; title: string }, Field extends FoundField>(
  of: OfList<R, Field>,
): Source {
  const { kind, list, weights, isIn, texts, sees, title, about, path } = of;
  return source<Field | 'title'>({
    kind,
    lists: [list],
    index: cachedIndex({
      weights,
      lists: [list],
      *all(context) {
        for (const record of context.list(list).all())
          if (isIn(record)) yield { key: record.key, madeOf: [record], texts: () => texts(record, context) };
      },
    }),
    reader: (context, actor) => {
      const t = context.texts(actor.language);
      return (found) => {
        const record = context.list(list).get(found.key);
        const place = placeOf(found, ['title']);
        if (!record || !place || !sees(context, actor, record)) return [];
        const excerpt =
          place.field === 'text' ? excerptOf(place.words, texts(record, context)[place.field]) : undefined;
        return [
          {
            key: record.key,
            title: title?.(t, record) ?? record.title,
            path: path(record.key),
            field: place.field,
            about: about(context, t, record, actor.language).filter(Boolean).join(' · '),
            ...(excerpt === undefined ? {} : { excerpt }),
          },
        ];
      };
    },
  });
}
