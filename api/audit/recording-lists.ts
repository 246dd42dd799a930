import type { Context } from '../context.ts';
import { codecOf, type ListDefinition, type ListHandle, type Stored } from '../sharepoint/index.ts';
import { noteChange } from './act-under-way.ts';
import type { RecordChange } from './audit-list.ts';
import { toldFields } from './told-change.ts';

/** Business lists audited by field, with the single-line columns whose text is stored. */
export type TrailedLists = Readonly<Record<string, readonly string[]>>;

/**
 * Lists whose handles collect the current act's changes: the one place all acts pass through. Append-only lists
 * (receipts, votes, deliveries) are excluded: they are their own trail. Costs no unit.
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
    // Cached by the original handle.
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
