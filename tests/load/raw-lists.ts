import { z } from 'zod';
import { siteHost, sitePath } from '../../teams-app/emulator/municipality.ts';
import type { DeskProcess } from './desk-process.ts';

type ReadGraph = DeskProcess['graph'];
const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
const lists = z.object({ value: z.array(z.object({ id: z.string(), displayName: z.string() })) });

/** Where a list's items are in Graph, by display name. */
export async function listAddresses(graph: ReadGraph): Promise<Map<string, string>> {
  const { id } = z.object({ id: z.string() }).parse(await graph(`/sites/${siteHost}:${sitePath}?$select=id`));
  const found = lists.parse(await graph(`/sites/${id}/lists?$select=id,displayName`));
  return new Map(found.value.map((list) => [list.displayName, `/sites/${id}/lists/${list.id}/items`]));
}

/** The fields of all items of a list, in pages of the largest size, as plainly as possible. */
export async function rawItems(
  graph: ReadGraph,
  addresses: ReadonlyMap<string, string>,
  list: string,
  select: string,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let next: string | undefined = `${addresses.get(list)}?$expand=fields($select=${select})&$top=5000`;
  while (next !== undefined) {
    const answer: z.output<typeof page> = page.parse(await graph(next));
    for (const item of answer.value) items.push(fieldsOf(item));
    next = answer['@odata.nextLink'];
  }
  return items;
}

function fieldsOf(item: unknown): Record<string, unknown> {
  if (typeof item !== 'object' || item === null || !('fields' in item)) return {};
  return typeof item.fields === 'object' && item.fields !== null ? { ...item.fields } : {};
}
