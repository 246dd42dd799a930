import type { ListHandle } from './list-handle.ts';

type Writes<R extends { key: string }> = Pick<
  ListHandle<R>,
  'create' | 'update' | 'fresh' | 'remove' | 'removeUnchanged'
>;

/**
 * Reports each effective write: SharePoint notifies of our own changes too, so that a missing notification shows that
 * notifications fail.
 */
export function observedWrites<R extends { key: string }>(writes: Writes<R>, wrote: () => void): Writes<R> {
  return {
    fresh: writes.fresh,
    // Whether an item was deleted is unknown, so no notification can be expected.
    remove: writes.remove,
    removeUnchanged: writes.removeUnchanged,
    create: async (record, lane) => {
      const made = await writes.create(record, lane);
      if (!made.existed) wrote();
      return made;
    },
    update: async (key, change, lane) => {
      let isWritten = false;
      const stored = await writes.update(
        key,
        (current) => {
          const changes = change(current);
          isWritten = changes !== undefined && Object.keys(changes).length > 0;
          return changes;
        },
        lane,
      );
      if (isWritten) wrote();
      return stored;
    },
  };
}
