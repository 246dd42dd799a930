import { badArgument, invalidFilter, invalidRequest } from '../errors.ts';
import { FilterSyntax, parseFilter, passes } from '../http/filter.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import { pick } from '../http/query.ts';
import type { World } from '../../world.ts';
import type { Call, Route } from '../http/route.ts';
import { columnFrom, columnView } from '../store/column-definitions.ts';
import type { List } from '../store/column-types.ts';
import { listView } from '../views/list-view.ts';
import { asMade } from './columns.ts';
import { isRecord, isUnseen, listOf, seenList } from './site-parts.ts';

const templates = ['genericList', 'documentLibrary', 'events', 'tasks', 'links', 'survey', 'contacts', 'announcements'];

const context = (call: Call, single = false) =>
  `${graphRoot}/$metadata#sites('${encodeURIComponent(call.params.site ?? '')}')/lists${single ? '/$entity' : ''}`;

const seen = (call: Call, list: List) => list.columns.filter((column) => !isUnseen(call, column.createdAt));

function shape(call: Call, list: List): Record<string, unknown> {
  const expanded = call.query.expand();
  const view = pick(
    listView(list),
    call.query.select(),
    expanded.map(({ name }) => name),
  );
  const columns = expanded.find(({ name }) => name === 'columns');
  if (!columns) return view;
  return { ...view, columns: seen(call, list).map((column) => pick(columnView(column), columns.select)) };
}

function listFilter(call: Call): (list: List) => boolean {
  const text = call.query.option('filter');
  if (text === undefined) return () => true;
  try {
    const filter = parseFilter(text);
    if (filter.kind !== 'compare' || filter.property !== 'displayName' || filter.operator !== 'eq') {
      throw invalidRequest('The provided filter statement is not supported.');
    }
    return (list) => passes(filter, () => list.displayName);
  } catch (error) {
    throw error instanceof FilterSyntax ? invalidFilter() : error;
  }
}

/** Lists that a tenant which shows new lists later has left out once, by world. */
const leftOut = new WeakMap<World, Set<string>>();

/** Where new lists are shown later: from the second look on. */
function isShown({ world }: Call, { id, createdAt }: List): boolean {
  if (world.faults.tenant['list.visible'] === 'atOnce' || createdAt === 0) return true;
  const seenOnce = leftOut.get(world) ?? new Set();
  leftOut.set(world, seenOnce);
  if (seenOnce.has(id)) return true;
  seenOnce.add(id);
  return false;
}

function listLists(call: Call): Answer {
  const hidden = call.query.select()?.includes('system') ?? false;
  const lists = call.world.sites.lists
    .all()
    .filter(
      (list) => (hidden || !(list.system || list.hidden)) && !isUnseen(call, list.createdAt) && isShown(call, list),
    );
  const value = lists.filter(listFilter(call)).map((list) => shape(call, list));
  return { status: 200, body: { '@odata.context': context(call), value } };
}

function getList(call: Call): Answer {
  return { status: 200, body: { '@odata.context': context(call, true), ...shape(call, seenList(call)) } };
}

function createList(call: Call): Answer {
  const { body, world, caller } = call;
  if (!isRecord(body)) throw badArgument();
  if (body.name !== undefined) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  const info = isRecord(body.list) ? body.list : {};
  const template = info.template ?? 'genericList';
  if (typeof body.displayName !== 'string' || typeof template !== 'string' || !templates.includes(template)) {
    throw badArgument();
  }
  if (world.faults.tenant['list.taken'] === 'refused' && world.sites.lists.find(body.displayName)) throw badArgument();
  const wanted: unknown[] = Array.isArray(body.columns) ? body.columns : [];
  const { sites, faults } = world;
  const { lists } = sites;
  const description = typeof body.description === 'string' ? body.description : '';
  const list = lists.create({ displayName: body.displayName, description, template, createdBy: caller.clientId });
  try {
    for (const one of wanted) {
      const column = columnFrom(one, list.columns);
      if (!faults.strikes(faults.graph.columnsLost, 'columnsLost'))
        list.columns = [...list.columns, asMade(faults, column)];
    }
  } catch (error) {
    lists.purge(list);
    throw error;
  }
  lists.save(list);
  return { status: 201, body: { '@odata.context': context(call, true), ...listView(list) } };
}

function updateList(call: Call): Answer {
  const list = listOf(call);
  if (!isRecord(call.body)) throw badArgument();
  const { displayName, description } = call.body;
  if (typeof displayName === 'string') list.displayName = displayName;
  if (typeof description === 'string') list.description = description;
  call.world.sites.lists.save(list);
  return { status: 200, body: { '@odata.context': context(call, true), ...listView(list) } };
}

function deleteList(call: Call): Answer {
  call.world.sites.lists.recycle(listOf(call));
  return { status: 204 };
}

const base = '/sites/{site}/lists';
const at = (method: Route['method'], path: string, cost: number, run: Route['run']): Route => ({
  area: 'sharepoint',
  need: method === 'GET' ? 'read' : 'manage',
  method,
  path: `${base}${path}`,
  cost,
  run,
});
export const listRoutes: readonly Route[] = [
  at('GET', '', 2, listLists),
  at('POST', '', 2, createList),
  at('GET', '/{list}', 1, getList),
  at('PATCH', '/{list}', 2, updateList),
  at('DELETE', '/{list}', 2, deleteList),
];
