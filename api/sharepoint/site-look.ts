import type { Graph } from './graph.ts';
import { unavailable } from '../kernel/index.ts';
import { facets } from './drift.ts';
import { asObject, failedAs } from './graph-failure.ts';
import type { Held } from './held.ts';
import type { Lane } from './list-handle.ts';
import type { ProvisionedList } from './provisioned-list.ts';

/** A list or library of the site. `columns`: ids by internal name; absent when Graph omitted them. */
export interface SiteList {
  id: string;
  columns?: Readonly<Record<string, string>>;
  /** The columns with their settings, in Graph's form (`columnDefinition`); absent as `columns`. */
  settings?: readonly unknown[];
}

/** The lists of a site at one moment. */
export interface SiteLook {
  /** By original name, else by title. */
  byName: ReadonlyMap<string, SiteList>;
  byId: ReadonlyMap<string, SiteList>;
}

/**
 * All lists and libraries, hidden ones too (`system`), with their columns: 2 resource units for each page. Throws
 * AppError unavailable `sharepoint.siteGone` for a site that was deleted.
 */
export const lookAtSite = (graph: Graph, siteId: string, lane: Lane = 'background'): Promise<SiteLook> =>
  readSite(graph, siteId, lane).catch((failure: unknown) => {
    throw failedAs(failure, 'itemGone') ? unavailable('sharepoint.siteGone', {}, failure) : failure;
  });

async function readSite(graph: Graph, siteId: string, lane: Lane): Promise<SiteLook> {
  const byTitle = new Map<string, SiteList>();
  const byName = new Map<string, SiteList>();
  const byId = new Map<string, SiteList>();
  const address = `/sites/${siteId}/lists?$select=id,name,displayName,system&$expand=columns($select=${settingsRead})`;
  for await (const page of graph.pages(address, { lane })) {
    for (const value of page.value) {
      const found = asObject(value);
      if (typeof found?.id !== 'string') continue;
      const columns = columnIds(found.columns);
      const list = { id: found.id, ...(columns ? { columns, settings: settingsOf(found.columns) } : {}) };
      byId.set(list.id, list);
      if (typeof found.displayName === 'string') byTitle.set(found.displayName, list);
      if (typeof found.name === 'string') byName.set(found.name, list);
    }
  }
  return { byName: new Map([...byTitle, ...byName]), byId };
}

/** What `listDrift` compares. */
const settingsRead = `id,name,displayName,required,readOnly,hidden,indexed,enforceUniqueValues,defaultValue,validation,${facets.join(',')}`;
const settingsOf = (columns: unknown): readonly unknown[] => (Array.isArray(columns) ? columns : []);

function columnIds(value: unknown): Record<string, string> | undefined {
  if (!Array.isArray(value)) return undefined;
  const columns: Record<string, string> = {};
  for (const one of value) {
    const column = asObject(one);
    if (typeof column?.name === 'string' && typeof column.id === 'string') columns[column.name] = column.id;
  }
  return columns;
}

/** Id of a list that must have existed but is unidentified: the one of its name, once restored. */
export const unknownId = 'unknown';

/** The identifying part of a remembered list. */
export type Remembered = Pick<ProvisionedList, 'listId' | 'columns'>;

/**
 * A remembered list's present location, by id whatever its name, or why it is held. A `declared` column counts as gone
 * when it is missing, or replaced by one of the same name without the former values.
 */
export function statusOf(
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
