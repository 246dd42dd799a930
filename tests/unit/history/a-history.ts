import { z } from 'zod';
import type { Context } from '../../../api/context.ts';
import { ClosedMonths, closedRecords, declareHistory, historyRow, monthOf } from '../../../api/history/index.ts';
import { date, defineList, json, text, type RecordIn, type Stored } from '../../../api/sharepoint/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

/** A list with history, as the features' lists. */
export const Notes = defineList('Notes', {
  describe: 'Notes of days.',
  columns: { title: text('Note'), day: date('Day'), lines: json(z.array(z.string()), 'Lines') },
});
export type Note = RecordIn<typeof Notes>;
const sums = defineList('NoteSums', { describe: 'Notes a month.', columns: { title: text('Number of notes') } });

/** Three months of notes, with a look-back of 40 days: two may leave. */
export async function aHistory({ notesADay = 2, lookBack = 40, reached = () => Infinity } = {}) {
  const { context, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  for (const month of ['2026-08', '2026-09', '2026-10', '2026-11'])
    for (const day of ['02', '16'])
      for (let nth = 1; nth <= notesADay; nth += 1)
        await context.list(Notes).create({
          key: `${month}-${day}_${nth}`,
          title: `Note ${nth} – æøå`,
          day: `${month}-${day}` as Note['day'],
          lines: ['one', 'two\nlines'],
        });
  const row = historyRow({
    list: Notes,
    lookBack: () => lookBack,
    reached,
    monthOf: () => (note) => monthOf(note.day),
    leave: async (given, notes) => {
      for (const [month, some] of Map.groupBy(notes, ({ day }) => monthOf(day)))
        await given.list(sums).create({ key: month, title: String(some.length) });
    },
  });
  declareHistory(context, [row]);
  /** Another run of the program on the same lists and files. */
  const another = (): Context => {
    const next = { ...context };
    declareHistory(next, [row]);
    return next;
  };
  return { context, setNow, another, row };
}

export const keysOf = (context: Context): string[] =>
  context
    .list(Notes)
    .all()
    .map(({ key }) => key)
    .toSorted();

export const filesOf = (context: Context) =>
  context
    .list(ClosedMonths)
    .all()
    .map(({ month, part, items, state }) => `${month} ${part}: ${items} ${state}`);

export const months = ['2026-08', '2026-09', '2026-10', '2026-11'];

/** All records of the list, live or in files: by key, live ones first. */
export async function everything(context: Context): Promise<Map<string, Note>> {
  const found = new Map<string, Note>();
  const put = ({ item: _item, ...note }: Stored<Note>) => void found.set(note.key, note);
  for (const month of months) for (const note of await closedRecords(context, Notes, month)) put(note);
  for (const note of context.list(Notes).all()) put(note);
  return found;
}

/** The same program, killed at its nth mutating or fetching call: before it is made, or after it without an answer. */
export function dyingAt(context: Context, nth: number, when: 'before' | 'after'): Context {
  let calls = 0;
  const mortal =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      calls += 1;
      if (calls > nth || (calls === nth && when === 'before')) throw new Error('killed');
      const value = await call(...args);
      if (calls >= nth) throw new Error('killed');
      return value;
    };
  return {
    ...context,
    documents: {
      upload: mortal(context.documents.upload),
      download: mortal(context.documents.download),
      remove: mortal(context.documents.remove),
    },
    list: (definition) => {
      const handle = context.list(definition);
      return {
        ...handle,
        get version() {
          return handle.version;
        },
        create: mortal(handle.create),
        update: mortal(handle.update),
        remove: mortal(handle.remove),
        removeUnchanged: mortal(handle.removeUnchanged),
      };
    },
  };
}
