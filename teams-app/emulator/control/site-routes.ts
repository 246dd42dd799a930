import type { Response, Router } from 'express';
import { z } from 'zod';
import { GraphFault } from '../graph/errors.ts';
import type { List } from '../graph/store/column-types.ts';
import type { World } from '../world.ts';
import { refuse } from './refuse.ts';

/** A manual edit of a list's grid: columns by internal name. */
const byHand = z.object({ fields: z.record(z.string(), z.unknown()) });
/** Whose hand it is: no app's. */
const owner = 'Ejer af webstedet';

/**
 * A SharePoint site owner's manual acts: add or edit an item, delete a list, its items (all, or one by id or key) or a
 * column, and restore from the recycle bin. A deleted column cannot be restored in SharePoint.
 */
export function addSiteRoutes(router: Router, world: World): void {
  const { lists, items } = world.sites;
  const view = ({ id, displayName, recycledAt }: List) => ({ id, list: displayName, deletedAt: recycledAt ?? null });
  const itemNamed = (list: List, wanted: string) =>
    items
      .page(list, 0, Number.MAX_SAFE_INTEGER)
      .find(({ id, fields }) => String(id) === wanted || fields['Key'] === wanted);
  const unknown = (response: Response, name: string) =>
    refuse(response, 404, 'listUnknown', `There is no list ${name}.`);

  router.get('/recycle-bin', (_request, response) => {
    const inLists = lists.all().flatMap((list) => {
      const count = items.recycled(list).length;
      return count === 0 ? [] : [{ list: list.displayName, items: count }];
    });
    response.json({ lists: lists.recycled().map(view), items: inLists });
  });
  router.post('/recycle-bin/:list/restore', (request, response) => {
    const { list: name } = request.params;
    const gone = lists.recycled().findLast(({ id, displayName }) => id === name || displayName === name);
    const there = lists.find(name);
    if (!gone && !there) return unknown(response, name);
    try {
      const list = gone ? lists.restore(gone.id) : there;
      if (!gone && there) for (const item of items.recycled(there)) items.restore(there, item);
      response.json({ id: list?.id, list: list?.displayName });
    } catch (error) {
      if (!(error instanceof GraphFault)) throw error;
      refuse(response, 409, 'nameTaken', error.message);
    }
  });

  router.delete('/lists/:list', (request, response) => {
    const list = lists.find(request.params.list);
    if (!list) return unknown(response, request.params.list);
    lists.recycle(list);
    response.json(view(list));
  });
  router.delete('/lists/:list/items', (request, response) => {
    const list = lists.find(request.params.list);
    if (!list) return unknown(response, request.params.list);
    const all = items.page(list, 0, Number.MAX_SAFE_INTEGER);
    for (const item of all) items.remove(list, item);
    response.json({ deleted: all.length });
  });
  router.delete('/lists/:list/items/:item', (request, response) => {
    const { list: name, item: wanted } = request.params;
    const list = lists.find(name);
    const item = list && itemNamed(list, wanted);
    if (!list || !item) return unknown(response, `${name} with an item ${wanted}`);
    items.remove(list, item);
    response.json({ deleted: item.id });
  });
  router.post('/lists/:list/items', (request, response) => {
    const list = lists.find(request.params.list);
    if (!list) return unknown(response, request.params.list);
    const item = items.insert(list, byHand.parse(request.body).fields, owner);
    response.json({ id: item.id });
  });
  router.patch('/lists/:list/items/:item', (request, response) => {
    const { list: name, item: wanted } = request.params;
    const list = lists.find(name);
    const item = list && itemNamed(list, wanted);
    if (!list || !item) return unknown(response, `${name} with an item ${wanted}`);
    items.update(list, item, { ...item.fields, ...byHand.parse(request.body).fields }, owner);
    response.json({ id: item.id });
  });
  router.delete('/lists/:list/columns/:column', (request, response) => {
    const list = lists.find(request.params.list);
    const column = list?.columns.find(({ name, system }) => name === request.params.column && !system);
    if (!list || !column) return unknown(response, `${request.params.list}.${request.params.column}`);
    list.columns = list.columns.filter((one) => one !== column);
    items.index.rebuild(list, { ...column, indexed: false }, []);
    items.dropField(list, column.name);
    lists.save(list);
    response.json({ list: list.displayName, column: column.name });
  });
}
