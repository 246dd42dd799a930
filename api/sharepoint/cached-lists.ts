import { inSlices, unavailable } from '../kernel/index.ts';
import { codecOf, type GraphFields } from './codec.ts';
import type { ListDefinition, Stored } from './define-list.ts';
import type { ListHandle } from './list-handle.ts';
import type { Lists } from './lists-types.ts';
import { createMirror, type Mirror } from './mirror.ts';

/** A snapshot of a list: its items with their fields as in SharePoint. */
export interface CachedList {
  name: string;
  /** Time of it. */
  asOf: string;
  items: { id: string; etag: string; modified: string; fields: GraphFields }[];
}

/** A snapshot ready for a file: each item already JSON, so that serialising does not block. */
export interface WrittenList extends Omit<CachedList, 'items'> {
  items: string[];
}

/** Which records of a list to save. */
export interface ToKeep {
  readonly name: string;
  keep(list: Lists['handle']): Promise<WrittenList>;
}

/** Declares what is saved; `isKept` filters. Records that SharePoint would refuse are left out. */
export const toKeep = <R extends { key: string }>(
  definition: ListDefinition<R>,
  isKept: (record: R, list: Lists['handle']) => boolean = () => true,
): ToKeep => ({
  name: definition.name,
  keep: async (list) => {
    const handle = list(definition);
    const codec = codecOf(definition);
    const items: string[] = [];
    await inSlices(handle.all(), (record: Stored<R>) => {
      if (!isKept(record, list)) return;
      const { id, etag, modified } = record.item;
      const fields = encoded(() => codec.encode(record));
      if (fields) items.push(JSON.stringify({ id, etag, modified, fields } satisfies CachedList['items'][number]));
    });
    return { name: definition.name, asOf: handle.freshness().asOf, items };
  },
});

function encoded(encode: () => GraphFields): GraphFields | undefined {
  try {
    return encode();
  } catch {
    return undefined;
  }
}

/**
 * Lists from a snapshot, for use while Microsoft 365 is unreachable. They are stale and read-only: every write, and
 * every read of a list without a snapshot, throws AppError unavailable `sharepoint.away`.
 */
export function listsFromCache(kept: readonly CachedList[]): Pick<Lists, 'handle'> {
  const byName = new Map(kept.map((list) => [list.name, list]));
  const made = new Map<string, ListHandle<{ key: string }>>();
  const make = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const { name } = definition;
    const list = byName.get(name);
    const mirror = createMirror(definition, codecOf(definition));
    for (const item of list?.items ?? []) mirror.put(item);
    const away = () => unavailable('sharepoint.away', { list: name });
    const refuse = () => Promise.reject(away());
    const readable = (): Mirror<R> => {
      if (!list) throw away();
      return mirror;
    };
    return {
      definition,
      get version() {
        return readable().version;
      },
      all: () => readable().all(),
      changesSince: (version) => readable().changesSince(version),
      get: (key) => readable().get(key),
      create: refuse,
      update: refuse,
      fresh: refuse,
      remove: refuse,
      removeUnchanged: refuse,
      held: () => undefined,
      freshness: () => ({ asOf: list?.asOf ?? '', stale: true }),
      setAside: () => mirror.setAside(),
    };
  };
  return {
    // The map holds lists of all record types; each is read by its own definition only.
    handle: <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
      const known = made.get(definition.name);
      if (known) return known as unknown as ListHandle<R>;
      const handle = make(definition);
      made.set(definition.name, handle);
      return handle;
    },
  };
}
