import { wheelTaskKind } from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { type Actor, type Obligation } from '../../kernel/index.ts';
import { obligationsOf } from '../../obligations/index.ts';
import { placeOf, textIndex } from '../../search/index.ts';
import type { Source } from '../source.ts';
import { formatDate } from '../../texts/format.ts';
import { kindName } from '../../texts/owed.ts';

/** The actor's obligations; the wheel finds its own tasks. */
const owedBy = (context: Context, actor: Actor): ReadonlyMap<string, Obligation> =>
  new Map(
    obligationsOf(context, actor.personId)
      .filter(({ state, kind }) => state === 'open' && kind !== wheelTaskKind)
      .map((one) => [one.key, one]),
  );

/** The reader's obligations (R7): few, so read for each search. */
export const ownWorkFound: Source = {
  kind: 'task',
  lists: [],
  ready: () => Promise.resolve(),
  open: async (context, actor) => {
    const t = context.texts(actor.language);
    const owed = owedBy(context, actor);
    const index = textIndex<'title' | 'kind'>({ title: 8, kind: 2 });
    for (const [key, { kind, subject }] of owed) index.put(key, { title: subject.title, kind: kindName(t, kind) });
    return Promise.resolve({
      words: index.words,
      *found(meanings) {
        for (const found of index.find(meanings)) {
          const task = owed.get(found.key);
          const place = placeOf(found, ['title', 'kind']);
          if (!task || !place) continue;
          const due = t('find.about.due', { day: formatDate(task.due, actor.language) });
          const about = `${kindName(t, task.kind)} · ${due}`;
          yield { key: task.key, title: task.subject.title, about, path: task.path, field: place.field };
        }
      },
    });
  },
};
