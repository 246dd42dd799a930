import { accessDenied, badRequest, generalException, invalidRequest, resourceModified, retained } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { nextLink } from '../http/links.ts';
import { pick, type Expansion } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import { isLookup, type Item, type List } from '../store/column-types.ts';
import { writeFields } from '../store/write-fields.ts';
import { driveItemView } from '../views/drive-view.ts';
import {
  chosenFields,
  etagOf,
  fieldsContext,
  fieldsView,
  itemContext,
  itemsContext,
  itemView,
} from '../views/item-view.ts';
import { queryItems } from './item-query.ts';
import { isRecord, isThere, itemOf, listOf, readingOf, seenList } from './site-parts.ts';

const expandable = ['fields', 'driveItem', 'listItem'];
/** Most lookups in one query. */
const lookupLimit = 12;

function checkExpansions(list: List, expansions: readonly Expansion[]): void {
  for (const { name, select } of expansions) {
    if (!expandable.includes(name)) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.listItem'.`,
      );
    }
    const lookups = list.columns.filter((column) => isLookup(column.kind) && !column.system);
    const asked = select ? lookups.filter(({ name: one }) => select.some((wanted) => wanted.startsWith(one))) : lookups;
    if (name === 'fields' && asked.length > lookupLimit) {
      throw invalidRequest(
        'The query cannot be completed because the number of lookup columns it contains exceeds the limit.',
      );
    }
  }
}

/** Form of this call's items: selected properties, expanded fields. */
export function itemShape(call: Call, list: List): (item: Item) => Record<string, unknown> {
  const expansions = call.query.expand();
  checkExpansions(list, expansions);
  const select = call.query.select();
  const fields = expansions.find((one) => one.name === 'fields');
  const chosen = chosenFields(list, fields?.select);
  const text = readingOf(call);
  const names = expansions.map((one) => one.name);
  return (item) => {
    const view = pick(itemView(list, item), select, names);
    if (fields) {
      view['fields@odata.context'] = fieldsContext(list, item);
      view.fields = fieldsView(list, item, chosen, text);
    }
    const file = names.includes('driveItem') && call.world.sites.files.byItem(list, item.id);
    if (file) view.driveItem = driveItemView(call.world.sites.files, file);
    return view;
  };
}

function listItems(call: Call): Answer {
  const list = seenList(call);
  const shape = itemShape(call, list);
  const { items, skiptoken } = queryItems(call, list);
  const next = skiptoken === undefined ? {} : { '@odata.nextLink': nextLink(call.path, call.query.entries, skiptoken) };
  const expanded = call.query.expand().some((one) => one.name === 'fields');
  const body = { '@odata.context': itemsContext(list, expanded), ...next, value: items.map(shape) };
  return { status: 200, body };
}

const etagHeader = (list: List, item: Item) => ({ ETag: etagOf(list, item).slice(1, -1) });

function complete(call: Call, list: List, item: Item, status: 200 | 201): Answer {
  const whole = call.world.faults.tenant[status === 201 ? 'item.create' : 'item.update'] === 'whole';
  const fields = {
    'fields@odata.context': fieldsContext(list, item),
    fields: fieldsView(list, item, undefined, readingOf(call)),
  };
  const body = { '@odata.context': itemContext(list), ...itemView(list, item), ...(whole ? fields : {}) };
  return { status, body, headers: etagHeader(list, item) };
}

const fieldsOf = (body: unknown): Record<string, unknown> => {
  // SharePoint accepts a body without `fields` as an empty row.
  if (!isRecord(body) || body.fields === undefined) return {};
  if (!isRecord(body.fields)) throw generalException();
  return body.fields;
};

function createItem(call: Call): Answer {
  const list = seenList(call);
  const { sites, faults } = call.world;
  if (faults.graph.createDenied) throw accessDenied();
  const fields = writeFields(list, fieldsOf(call.body), undefined, sites.rules);
  return complete(call, list, sites.items.insert(listOf(call), fields, call.caller.clientId), 201);
}

/** Throws 412 on another eTag, 400 on one without quotes. */
export function checkIfMatch(call: Call, etag: string): void {
  const given = call.headers['if-match'];
  if (given === undefined || given === '*') {
    const { faults } = call.world;
    if (given === undefined && faults.strikes(faults.graph.conflict409, 'conflict409')) throw resourceModified(409);
    return;
  }
  if (!/^(W\/)?".*"$/.test(given)) throw invalidRequest('Invalid request', 'malformedEntityTag');
  if (given === etag) return;
  const answer = call.world.faults.tenant['etag.stale'];
  if (answer !== 'ignored') throw resourceModified(answer === 'conflict' ? 409 : 412);
}

function change(call: Call, given: Record<string, unknown>): { list: List; item: Item } {
  const list = seenList(call);
  const before = itemOf(call, list);
  checkIfMatch(call, etagOf(list, before));
  const fields = writeFields(list, given, before.fields, call.world.sites.rules);
  const item = call.world.sites.items.update(listOf(call), before, fields, call.caller.clientId);
  return { list, item };
}

function updateItem(call: Call): Answer {
  const { list, item } = change(call, fieldsOf(call.body));
  return complete(call, list, item, 200);
}

function updateFields(call: Call): Answer {
  if (call.world.faults.graph.patchFieldsRejected || !isRecord(call.body)) throw invalidRequest('Invalid request');
  const { list, item } = change(call, call.body);
  const view = fieldsView(list, item, undefined, readingOf(call));
  return { status: 200, body: { '@odata.context': fieldsContext(list, item), ...view } };
}

function deleteItem(call: Call): Answer {
  const list = listOf(call);
  const { tenant } = call.world.faults;
  if (tenant['item.gone'] === 'done' && !isThere(call, list)) return { status: 204 };
  const item = itemOf(call, list);
  if (tenant['etag.delete'] === 'refused') checkIfMatch(call, etagOf(list, item));
  if (list.retained) throw retained();
  const file = call.world.sites.files.byItem(list, item.id);
  if (file) call.world.sites.files.remove(file);
  else call.world.sites.items.remove(list, item);
  return { status: 204 };
}

function getItem(call: Call): Answer {
  const list = seenList(call);
  const item = itemOf(call, list);
  const body = { '@odata.context': itemContext(list), ...itemShape(call, list)(item) };
  return { status: 200, body, headers: etagHeader(list, item) };
}

function getFields(call: Call): Answer {
  const list = seenList(call);
  const item = itemOf(call, list);
  const view = fieldsView(list, item, chosenFields(list, call.query.select()), readingOf(call));
  return { status: 200, body: { '@odata.context': fieldsContext(list, item), ...view } };
}

const base = '/sites/{site}/lists/{list}/items';
const at = (method: Route['method'], path: string, cost: number, run: Route['run']): Route => ({
  area: 'sharepoint',
  need: method === 'GET' ? 'read' : 'write',
  method,
  path: `${base}${path}`,
  cost,
  run,
});

export const itemRoutes: readonly Route[] = [
  at('GET', '', 2, listItems),
  at('POST', '', 2, createItem),
  at('GET', '/{item}', 1, getItem),
  at('PATCH', '/{item}', 2, updateItem),
  at('DELETE', '/{item}', 2, deleteItem),
  at('GET', '/{item}/fields', 1, getFields),
  at('PATCH', '/{item}/fields', 2, updateFields),
];
