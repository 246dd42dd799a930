import { inParallel } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { readItem } from './item.ts';
import { expandFields } from './mirror-sync.ts';
import { ProvisionedLists, type ProvisionedList } from './provisioned-list.ts';

const codec = codecOf(ProvisionedLists);
const background = { lane: 'background' } as const;
/** Items written at the same time. */
const writers = 4;

/** A record with the id of its item; none when it is known from the copy only. */
export type KnownList = ProvisionedList & { itemId?: string };

/** What ProvisionedLists holds, by name; an item that does not parse is left out. 2 resource units for 5,000. */
export async function readRemembered(graph: Graph, items: string): Promise<Map<string, KnownList>> {
  const known = new Map<string, KnownList>();
  const source = { items, select: codec.select };
  for await (const page of graph.pages(`${items}?${expandFields(source)}&$top=5000`, background)) {
    for (const value of page.value) {
      const item = readItem(value);
      const decoded = item?.fields && codec.decode(item.fields);
      if (item && decoded && 'record' in decoded) known.set(decoded.record.key, { ...decoded.record, itemId: item.id });
    }
  }
  return known;
}

/** Writes what is new or different. 2 resource units a record. Safe to repeat and at the same time as another. */
export async function remember(graph: Graph, items: string, records: readonly KnownList[]): Promise<void> {
  await inParallel(writers, records, async ({ itemId, ...record }) => {
    const fields = codec.encode(record);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    if (itemId !== undefined) {
      await graph.patch(`${items}/${itemId}`, { fields }, { ...background, repeatable: true });
      return;
    }
    try {
      await graph.post(items, { fields: given }, background);
    } catch (failure) {
      // Somebody else provisions at the same time, or our own answer was lost: it is there already.
      const there = (await readRemembered(graph, items)).has(record.key);
      if (!there || failedAs(failure, 'noAccess', 'badToken')) throw failure;
    }
  });
}

/** Whether a list holds anything. 2 resource units. */
export async function hasItems(graph: Graph, siteId: string, listId: string): Promise<boolean> {
  const page = asObject(await graph.get(`/sites/${siteId}/lists/${listId}/items?$select=id&$top=1`, background));
  return Array.isArray(page?.value) && page.value.length > 0;
}
