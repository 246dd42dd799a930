import { itemNotFound } from '../errors.ts';
import type { Call } from '../http/route.ts';
import { userInformationList } from '../store/sites.ts';
import type { Column, Item, List } from '../store/column-types.ts';
import type { LookupText, Reading } from '../views/item-view.ts';

/** A call's list, by id or title. Throws 404, also while a new list is not visible yet. */
export function listOf(call: Call): List {
  const list = call.world.sites.lists.find(call.params.list ?? '');
  if (!list || isUnseen(call, list.createdAt)) throw itemNotFound();
  return list;
}
/** Without a lag nothing is, also where the machine's clock was ahead when it was made. */
export const isUnseen = ({ world }: Call, createdAt: number): boolean => {
  const { lagSchema } = world.faults.graph;
  return lagSchema > 0 && Date.now() - createdAt < lagSchema;
};

/** The caller's view of the list: without columns younger than the schema lag. */
export function seenList(call: Call): List {
  const list = listOf(call);
  if (call.world.faults.graph.lagSchema <= 0) return list;
  return { ...list, columns: list.columns.filter((column) => !isUnseen(call, column.createdAt)) };
}

/** A call's item. Throws 404. */
export function itemOf(call: Call, list: List): Item {
  const id = call.params.item ?? '';
  const item = /^\d+$/.test(id) ? call.world.sites.items.get(list, Number(id)) : undefined;
  if (!item) throw itemNotFound();
  return item;
}

export const isThere = (call: Call, list: List): boolean =>
  call.world.sites.items.get(list, Number(call.params.item)) !== undefined;

/** How this tenant shows stored values. */
export const readingOf = (call: Call): Reading => ({ text: lookupText(call), tenant: call.world.faults.tenant });

/** The text of a lookup or person: its target's title. */
function lookupText(call: Call): LookupText {
  const { lists, items } = call.world.sites;
  return (column: Column, id: number) => {
    const { listId = '', columnName = 'Title' } = column.facet.lookup ?? {};
    const target = lists.find(column.kind.endsWith('erson') ? userInformationList : `${listId as string}`);
    const item = target && items.get(target, id);
    const shown = item?.fields[`${columnName as string}`];
    return typeof shown === 'string' ? shown : undefined;
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
