import { inParallel } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import type { Drift } from './drift.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import { readItem } from './item.ts';
import { wholeList } from './whole-list.ts';
import { ProvisionedLists, type ProvisionedList } from './provisioned-list.ts';

const codec = codecOf(ProvisionedLists);
const background = { lane: 'background' } as const;
/** Concurrent item writes. */
const writers = 4;

/** A record with its item id; no id when known from the copy only. */
export type KnownList = ProvisionedList & { itemId?: string };

/** The records of ProvisionedLists by name; unparsable items are left out. 2 resource units for 5,000. */
export async function readRemembered(graph: Graph, items: string): Promise<Map<string, KnownList>> {
  const known = new Map<string, KnownList>();
  // All fields: a site that an older version provisioned lacks some, and SharePoint refuses to select them.
  for await (const page of wholeList(graph, `${items}?$expand=fields`)) {
    for (const value of page.value) {
      const item = readItem(value);
      const decoded = item?.fields && codec.decode(item.fields);
      if (item && decoded && 'record' in decoded) known.set(decoded.record.key, { ...decoded.record, itemId: item.id });
    }
  }
  return known;
}

/** Writes new and changed records. 2 resource units a record. Idempotent and safe to run concurrently. */
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
      // Created by a concurrent provisioning, or by our own write whose answer was lost.
      const there = (await readRemembered(graph, items)).has(record.key);
      if (!there || failedAs(failure, 'noAccess', 'badToken')) throw failure;
    }
  });
}

/** Ids of remembered lists, by name. */
export const idsOf = (known: ReadonlyMap<string, Pick<KnownList, 'listId'>>): Map<string, string> =>
  new Map([...known].map(([name, { listId }]) => [name, listId]));

/**
 * Does what is to be remembered. What SharePoint refuses by a setting is told, and no reason not to start: the next
 * start remembers it.
 */
export async function unlessRefused(work: () => Promise<void>): Promise<Drift[]> {
  try {
    await work();
    return [];
  } catch (failure) {
    if (!failedAs(failure, 'refused', 'failing', 'locked')) throw failure;
    return [{ list: ProvisionedLists.name, problem: 'refuses' }];
  }
}

/** Whether a list has items. 2 resource units. */
export async function hasItems(graph: Graph, siteId: string, listId: string): Promise<boolean> {
  const page = asObject(await graph.get(`/sites/${siteId}/lists/${listId}/items?$select=id&$top=1`, background));
  return Array.isArray(page?.value) && page.value.length > 0;
}
