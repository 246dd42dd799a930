import type { Drift } from './drift.ts';
import type { Graph } from './graph.ts';
import { listIds } from './list-address.ts';
import { ProvisionedLists } from './provisioned-list.ts';
import { readRemembered, type KnownList } from './remembering.ts';

/** Versions of the lists' shapes by list: a higher one has more columns or options. */
export type Schemas = Readonly<Record<string, number>>;

/** Lists whose recorded shape is newer than this program's: it neither knows nor changes their newer columns. */
export const newerLists = (known: ReadonlyMap<string, Pick<KnownList, 'schema'>>, schemas: Schemas = {}): Drift[] =>
  [...known].flatMap(([list, { schema = 0 }]) => {
    const own = schemas[list];
    if (own === undefined || schema <= own) return [];
    return [{ list, problem: 'newer' as const, details: `shape ${schema}, this program knows ${own}` }];
  });

/** The site's memory, by list: 4 resource units. */
export async function readMemory(graph: Graph, siteId: string): Promise<ReadonlyMap<string, KnownList>> {
  const id = (await listIds(graph, siteId)).get(ProvisionedLists.name);
  return id === undefined ? new Map() : readRemembered(graph, `/sites/${siteId}/lists/${id}/items`);
}

/** The version to record. Never lowered: an older program may provision after a newer one. */
export function schemaOf(name: string, before: KnownList | undefined, schemas: Schemas = {}) {
  const schema = Math.max(before?.schema ?? 0, schemas[name] ?? 0);
  return schema === 0 ? {} : { schema };
}
