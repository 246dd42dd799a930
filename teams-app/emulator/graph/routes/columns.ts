import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../../faults.ts';
import { badArgument, generalException, itemNotFound, resourceModified } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import { pick } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import { changedColumn, columnFrom, columnView } from '../store/column-definitions.ts';
import type { Column, List } from '../store/column-types.ts';
import { columnOf } from '../store/lists-store.ts';
import { listOf, seenList } from './site-parts.ts';

const context = (list: List, single = false) =>
  `${graphRoot}/$metadata#lists('${list.id}')/columns${single ? '/$entity' : ''}`;

function listColumns(call: Call): Answer {
  const list = seenList(call);
  const value = list.columns.map((column) => pick(columnView(column), call.query.select()));
  return { status: 200, body: { '@odata.context': context(list), value } };
}

function found(call: Call, list: List): Column {
  const column = columnOf(list, call.params.column ?? '');
  if (!column) throw itemNotFound();
  return column;
}

function getColumn(call: Call): Answer {
  const list = seenList(call);
  const view = pick(columnView(found(call, list)), call.query.select());
  return { status: 200, body: { '@odata.context': context(list, true), ...view } };
}

/** Running schema changes of lists, for the collision fault. */
const underWay = new Set<List>();
const changeTime = 1_000;

/** Runs one change of a list's columns. With the fault, two at a time collide as in SharePoint. */
async function changing(call: Call, list: List, change: () => Answer): Promise<Answer> {
  const { faults } = call.world;
  if (!faults.graph.schemaConflict) return change();
  if (underWay.has(list)) throw faults.random.next() < 0.5 ? resourceModified(409) : generalException();
  underWay.add(list);
  try {
    await pause(changeTime);
    return change();
  } finally {
    underWay.delete(list);
  }
}

/** Saves changed columns; rebuilds the named column's index. */
function keep(call: Call, list: List, columns: Column[], column: Column): void {
  const { items, lists } = call.world.sites;
  const before = list.columns;
  list.columns = columns;
  try {
    items.index.rebuild(list, column, items.page(list, 0, Number.MAX_SAFE_INTEGER));
  } catch (error) {
    list.columns = before;
    const former = before.find(({ id }) => id === column.id);
    if (former) items.index.rebuild(list, former, items.page(list, 0, Number.MAX_SAFE_INTEGER));
    throw error;
  }
  lists.save(list);
}

/** A new column as created, which may differ from the request. */
export function asMade(faults: Faults, column: Column): Column {
  const { columnsPlain, defaultsIgnored } = faults.graph;
  const isPlain = column.indexed && faults.strikes(columnsPlain, 'columnsPlain');
  const { defaultValue, ...rest } = isPlain ? { ...column, indexed: false, enforceUniqueValues: false } : column;
  return { ...rest, ...(defaultValue === undefined || defaultsIgnored ? {} : { defaultValue }) };
}

function createColumn(call: Call): Promise<Answer> {
  const list = listOf(call);
  return changing(call, list, () => {
    const column = asMade(call.world.faults, columnFrom(call.body, list.columns));
    keep(call, list, [...list.columns, column], column);
    return { status: 201, body: { '@odata.context': context(list, true), ...columnView(column) } };
  });
}

function updateColumn(call: Call): Promise<Answer> {
  const list = listOf(call);
  return changing(call, list, () => {
    const before = found(call, list);
    const column = changedColumn(before, call.body, list.columns);
    const columns = list.columns.map((one) => (one.id === column.id ? column : one));
    keep(call, list, columns, column);
    return { status: 200, body: { '@odata.context': context(list, true), ...columnView(column) } };
  });
}

function deleteColumn(call: Call): Promise<Answer> {
  const list = listOf(call);
  return changing(call, list, () => {
    const column = found(call, list);
    if (column.system) throw badArgument();
    const columns = list.columns.filter((one) => one.id !== column.id);
    keep(call, list, columns, { ...column, indexed: false });
    call.world.sites.items.dropField(list, column.name);
    return { status: 204 };
  });
}

const base = '/sites/{site}/lists/{list}/columns';
const at = (method: Route['method'], path: string, cost: number, run: Route['run']): Route => ({
  area: 'sharepoint',
  need: method === 'GET' ? 'read' : 'manage',
  method,
  path: `${base}${path}`,
  cost,
  run,
});
export const columnRoutes: readonly Route[] = [
  at('GET', '', 2, listColumns),
  at('POST', '', 2, createColumn),
  at('GET', '/{column}', 1, getColumn),
  at('PATCH', '/{column}', 2, updateColumn),
  at('DELETE', '/{column}', 2, deleteColumn),
];
