import { unavailable } from '../kernel/index.ts';
import type { Codec } from './codec.ts';
import type { ListDefinition, Stored } from './define-list.ts';
import { failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { heldError, type Held } from './held.ts';
import type { Freshness, Lane, ListHandle } from './list-handle.ts';
import { listWrites } from './list-writes.ts';
import type { ListWrite } from './lists-types.ts';
import type { ListSource } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';
import { readsAsKnown, countsAsRead } from './reading.ts';

export interface HandleParts<R extends { key: string }> {
  graph: Graph;
  definition: ListDefinition<R>;
  codec: Codec<R>;
  mirror: Mirror<R>;
  /** Its location; absent until it is loaded. */
  source(): ListSource | undefined;
  held(): Held | undefined;
  /** Checks that the list still exists; throws why it is held, if it is. */
  check(): Promise<void>;
  /** Runs a write; its failure names the list. */
  explained<Value>(write: () => Promise<Value>): Promise<Value>;
  /** Removes an item on the program's initiative. */
  giveUpOne<Value>(lane: Lane | undefined, removal: () => Promise<Value>): Promise<Value>;
  /** Called after the program changes an item. */
  wrote(): void;
  /** Tells other instances of a write. */
  tell?: ((write: ListWrite) => Promise<void>) | undefined;
  freshness(): Freshness;
}

/** A list handle for features: reads the mirror, and refuses with a reason while the list is held. */
export function heldHandle<R extends { key: string }>(parts: HandleParts<R>): ListHandle<R> {
  const { definition, mirror } = parts;
  const list = definition.name;
  const noteRead = countsAsRead(list);
  const refuseHeld = () => {
    const held = parts.held();
    if (held && !(parts.source() && readsAsKnown())) throw heldError(list, held);
  };
  const readable = (): Mirror<R> => {
    noteRead();
    refuseHeld();
    if (!parts.source()) throw unavailable('sharepoint.loading', { list });
    return mirror;
  };
  const writable = (): ListSource => {
    const held = parts.held();
    if (held) throw heldError(list, held);
    const source = parts.source();
    if (!source) throw unavailable('sharepoint.loading', { list });
    return source;
  };
  /** Tells a list deleted since the latest look from a deleted item. */
  const guarded = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (failure) {
      if (failedAs(failure, 'itemGone', 'refused')) await parts.check();
      throw failure;
    }
  };
  /** The look at the site that a failure causes tells how the list's settings are now. */
  const written = <Value>(work: () => Promise<Value>) => parts.explained(() => guarded(work()));
  const writes = observedWrites(listWrites({ ...parts, source: writable }), {
    wrote: parts.wrote,
    stored: async ({ item, ...record }) => {
      if (!parts.tell) return;
      const { id, etag, modified } = item;
      const { codec } = parts;
      // Every field of R but `item`, which is SharePoint's.
      const fields = codec.encode(record as unknown as R);
      await parts.tell({ list, columns: codec.select, item: { id, etag, modified, fields } });
    },
    gone: async (id) => parts.tell?.({ list, gone: id }),
    idOf: (key) => mirror.get(key)?.item.id,
  });

  return {
    definition,
    get version() {
      noteRead();
      // A look may do without the list (`orWhileHeld`), and is derived again once it is back.
      if (!readsAsKnown()) refuseHeld();
      return mirror.version;
    },
    all: () => readable().all(),
    changesSince: (version) => readable().changesSince(version),
    get: (key) => readable().get(key),
    create: (record, lane) => written(() => writes.create(record, lane)),
    update: (key, change, lane, beforeWrite) => written(() => writes.update(key, change, lane, beforeWrite)),
    fresh: (key, lane) => {
      noteRead();
      return guarded(writes.fresh(key, lane));
    },
    remove: async (key, lane) => {
      const remove = () => written(() => writes.remove(key, lane));
      await (readable().get(key) ? parts.giveUpOne(lane, remove) : remove());
    },
    removeUnchanged: async (item, lane) => {
      const remove = () => written(() => writes.removeUnchanged(item, lane));
      return readable().byItem(item.id) ? parts.giveUpOne(lane, remove) : remove();
    },
    held: () => parts.held(),
    freshness: () => parts.freshness(),
    setAside: () => {
      noteRead();
      return mirror.setAside();
    },
  };
}

type Writes<R extends { key: string }> = Pick<
  ListHandle<R>,
  'create' | 'update' | 'fresh' | 'remove' | 'removeUnchanged'
>;

interface WriteObserver<R extends { key: string }> {
  wrote(): void;
  stored(record: Stored<R>): Promise<void>;
  gone(id: string): Promise<void>;
  idOf(key: string): string | undefined;
}

/**
 * Reports each effective write: SharePoint notifies of our own changes too, so that a missing notification shows that
 * notifications fail.
 */
function observedWrites<R extends { key: string }>(writes: Writes<R>, observer: WriteObserver<R>): Writes<R> {
  const { wrote, stored: tellStored, gone, idOf } = observer;
  return {
    fresh: writes.fresh,
    // Whether an item was deleted is unknown, so no notification can be expected.
    remove: async (key, lane) => {
      const id = idOf(key);
      await writes.remove(key, lane);
      if (id !== undefined) await gone(id);
    },
    removeUnchanged: async (item, lane) => {
      const isGone = await writes.removeUnchanged(item, lane);
      if (isGone) await gone(item.id);
      return isGone;
    },
    create: async (record, lane) => {
      const made = await writes.create(record, lane);
      if (made.existed) return made;
      wrote();
      await tellStored(made.record);
      return made;
    },
    update: async (key, change, lane, beforeWrite) => {
      let isWritten = false;
      const stored = await writes.update(
        key,
        (current) => {
          const changes = change(current);
          isWritten = changes !== undefined && Object.keys(changes).length > 0;
          return changes;
        },
        lane,
        beforeWrite,
      );
      if (!isWritten) return stored;
      wrote();
      await tellStored(stored);
      return stored;
    },
  };
}
