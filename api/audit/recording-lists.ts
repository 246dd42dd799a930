import type { Context } from '../context.ts';
import { codecOf, type ListDefinition, type ListHandle, type Stored } from '../sharepoint/index.ts';
import { noteChange } from './act-under-way.ts';
import type { RecordChange } from './audit-list.ts';
import { toldFields } from './told-change.ts';

/** Business lists whose changes are told by field, with the columns of one line whose words are told too. */
export type TrailedLists = Readonly<Record<string, readonly string[]>>;

/**
 * The one place that all acts pass: lists whose handles take down what the act that is under way changes in them. Lists that are
 * append-only (receipts, votes, deliveries) are not among them: they are their own trail. Costs no unit.
 */
export function recordingLists(
  list: Context['list'],
  trailed: TrailedLists,
  contextOf: () => Context,
): Context['list'] {
  const kept = new WeakMap<object, unknown>();
  return <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = list(definition);
    const words = trailed[definition.name];
    if (!words) return handle;
    const known = kept.get(handle) ?? recording(handle, words, contextOf);
    kept.set(handle, known);
    // Kept by the handle it was made of.
    return known as ListHandle<R>;
  };
}

function recording<R extends { key: string }>(
  handle: ListHandle<R>,
  words: readonly string[],
  contextOf: () => Context,
): ListHandle<R> {
  const { definition } = handle;
  const codec = codecOf(definition);
  const list = definition.name;
  const note = (what: RecordChange['what'], before: Stored<R> | undefined, after: Stored<R> | undefined) => {
    const record = after ?? before;
    if (!record) return;
    const fields = what === 'create' ? [] : toldFields(definition, codec, words, before, after);
    // Nothing but who changed it last.
    if (what === 'change' && fields.length === 0) return;
    const change = { list, key: record.key, what, ...(fields.length === 0 ? {} : { fields }) };
    noteChange(contextOf(), { change, version: versionOf(record), ...withCentre(record) });
  };
  return {
    definition,
    get version() {
      return handle.version;
    },
    all: () => handle.all(),
    changesSince: (version) => handle.changesSince(version),
    get: (key) => handle.get(key),
    fresh: (key, lane) => handle.fresh(key, lane),
    held: () => handle.held(),
    removeUnchanged: (item, lane) => handle.removeUnchanged(item, lane),
    freshness: () => handle.freshness(),
    setAside: () => handle.setAside(),
    create: async (record, lane) => {
      const made = await handle.create(record, lane);
      if (!made.existed) note('create', undefined, made.record);
      return made;
    },
    update: async (key, change, lane) => {
      let before: Stored<R> | undefined;
      const decide = (current: Stored<R>) => {
        const changes = change(current);
        before = changes === undefined ? undefined : current;
        return changes;
      };
      const after = await handle.update(key, decide, lane);
      if (before) note('change', before, after);
      return after;
    },
    remove: async (key, lane) => {
      const before = handle.get(key);
      await handle.remove(key, lane);
      note('remove', before, undefined);
    },
  };
}

const versionOf = ({ item }: { item: { id: string; etag: string } }): string =>
  `${item.id}.${/,(\d+)/.exec(item.etag)?.[1] ?? item.etag.replace(/\W/g, '')}`;
const withCentre = (record: object): { centreId?: string } =>
  'centreId' in record && typeof record.centreId === 'string' ? { centreId: record.centreId } : {};
