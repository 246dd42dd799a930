import type { ListHandle, Stored } from '../sharepoint/index.ts';

/**
 * Updates a record where `change` has something to write, and says whether it had: what says nothing new leaves neither
 * a stamp nor an entry in the trail. Throws what `ListHandle.update` throws.
 */
export async function updateIfNew<R extends { key: string }>(
  list: ListHandle<R>,
  key: string,
  change: (current: Stored<R>) => Partial<Omit<R, 'key'>> | undefined,
): Promise<{ record: Stored<R>; isNew: boolean }> {
  let isNew = false;
  const record = await list.update(key, (current) => {
    const changes = change(current);
    isNew = changes !== undefined;
    return changes;
  });
  return { record, isNew };
}
