import type { ItemData, Stored } from './define-list.ts';
import { failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { etagNumber } from './etag.ts';
import type { Lane } from './list-handle.ts';
import type { ListSource } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';

interface Parts<R extends { key: string }> {
  graph: Graph;
  mirror: Mirror<R>;
  source: () => ListSource;
  read(id: string, lane: Lane): Promise<Stored<R> | undefined>;
}

/** Re-reads when the service reports a changed item though its number is the same. */
const tries = 3;

/**
 * Deletes an item with `If-Match`, which Graph also honours for list items, if it is unchanged; see ListHandle.
 * Compares etags by number, since a delta's differ in form.
 */
export async function removeUnchanged<R extends { key: string }>(
  { graph, mirror, source, read }: Parts<R>,
  { id, etag }: Pick<ItemData, 'id' | 'etag'>,
  lane: Lane,
): Promise<boolean> {
  let current = mirror.byItem(id);
  for (let round = 1; current; round += 1) {
    if (etagNumber(current.item.etag) !== etagNumber(etag)) return false;
    try {
      await graph.delete(`${source().items}/${id}`, { lane, headers: { 'If-Match': current.item.etag } });
      mirror.remove(id);
    } catch (failure) {
      if (failedAs(failure, 'itemGone')) mirror.remove(id);
      else if (!failedAs(failure, 'changedMeanwhile') || round >= tries) throw failure;
      else await read(id, lane);
    }
    current = mirror.byItem(id);
  }
  return true;
}
