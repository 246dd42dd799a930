import type { Graph } from './graph.ts';
import { asObject } from './graph-failure.ts';
import type { Held } from './held.ts';
import type { Lane } from './list-handle.ts';
import type { ProvisionedList } from './provisioned-list.ts';

/** A list or library of the site as it is now. `columns`: ids by internal name; absent when Graph did not give them. */
export interface SiteList {
  id: string;
  columns?: Readonly<Record<string, string>>;
}

/** The lists of a site at one moment. */
export interface SiteLook {
  /** By the name they were made with, else by title. */
  byName: ReadonlyMap<string, SiteList>;
  byId: ReadonlyMap<string, SiteList>;
}

/** All lists and libraries with their columns: 2 resource units for each page, whatever their number. */
export async function lookAtSite(graph: Graph, siteId: string, lane: Lane = 'background'): Promise<SiteLook> {
  const byTitle = new Map<string, SiteList>();
  const byName = new Map<string, SiteList>();
  const byId = new Map<string, SiteList>();
  const address = `/sites/${siteId}/lists?$select=id,name,displayName&$expand=columns($select=id,name)`;
  for await (const page of graph.pages(address, { lane })) {
    for (const value of page.value) {
      const found = asObject(value);
      if (typeof found?.id !== 'string') continue;
      const columns = columnIds(found.columns);
      const list = { id: found.id, ...(columns ? { columns } : {}) };
      byId.set(list.id, list);
      if (typeof found.displayName === 'string') byTitle.set(found.displayName, list);
      if (typeof found.name === 'string') byName.set(found.name, list);
    }
  }
  return { byName: new Map([...byTitle, ...byName]), byId };
}

function columnIds(value: unknown): Record<string, string> | undefined {
  if (!Array.isArray(value)) return undefined;
  const columns: Record<string, string> = {};
  for (const one of value) {
    const column = asObject(one);
    if (typeof column?.name === 'string' && typeof column.id === 'string') columns[column.name] = column.id;
  }
  return columns;
}

/** The id of a list that must have been there, of which nobody knows which it was: the one of its name, once it is back. */
export const unknownId = 'unknown';

/** What is remembered of a list; only what tells it apart. */
export type Remembered = Pick<ProvisionedList, 'listId' | 'columns'>;

/**
 * Where a remembered list is now, by its id whatever it is called, or why it is held. A column of those `declared` counts
 * as gone when it is not there or is another one of the same name, whose values are not those that were.
 */
export function standingOf(
  name: string,
  known: Remembered,
  look: SiteLook,
  declared: readonly string[],
): { list: SiteList } | { held: Held } {
  const list = known.listId === unknownId ? look.byName.get(name) : look.byId.get(known.listId);
  if (!list) return { held: { why: look.byName.has(name) ? 'replaced' : 'gone' } };
  const { columns } = list;
  const gone = columns
    ? declared.filter((column) => column in known.columns && columns[column] !== known.columns[column])
    : [];
  return gone.length === 0 ? { list } : { held: { why: 'columnsGone', columns: gone } };
}
