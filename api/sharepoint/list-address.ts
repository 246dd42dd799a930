import { AppError } from '../kernel/index.ts';
import { asObject } from './graph-failure.ts';
import type { Graph } from './graph.ts';
import type { Lane } from './list-handle.ts';

/**
 * The lists of a site, hidden ones too (`system`): name → id. The name is the last part of the list's URL, which a
 * changed title does not affect. 2 units for each page.
 */
export async function listIds(graph: Graph, siteId: string, lane: Lane = 'background'): Promise<Map<string, string>> {
  const byTitle = new Map<string, string>();
  const byName = new Map<string, string>();
  for await (const page of graph.pages(`/sites/${siteId}/lists?$select=id,name,displayName,system`, { lane })) {
    for (const value of page.value) {
      const list = asObject(value);
      if (typeof list?.id !== 'string') continue;
      if (typeof list.displayName === 'string') byTitle.set(list.displayName, list.id);
      if (typeof list.name === 'string') byName.set(list.name, list.id);
    }
  }
  return new Map([...byTitle, ...byName]);
}

/** Paths of a site's lists, by name: `/sites/{id}/lists/{id}`. 2 units for each page. */
export async function listAddresses(graph: Graph, siteId: string): Promise<Map<string, string>> {
  const ids = await listIds(graph, siteId);
  return new Map([...ids].map(([name, id]) => [name, `/sites/${siteId}/lists/${id}`]));
}

/** Throws AppError unexpected `sharepoint.listMissing` {list}: provisioning has not run. */
export function idOf(ids: ReadonlyMap<string, string>, list: string): string {
  const id = ids.get(list);
  if (id === undefined) throw new AppError('unexpected', 'sharepoint.listMissing', { list });
  return id;
}
