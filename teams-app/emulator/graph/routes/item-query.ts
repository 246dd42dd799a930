import { badArgument, badRequest, invalidFilter, invalidRequest, thresholdCrossed } from '../errors.ts';
import { comparisonsOf, FilterSyntax, parseFilter, passes, type Filter } from '../http/filter.ts';
import type { Call } from '../http/route.ts';
import { comparable, comparableValue, type IndexOperator, type IndexValue } from '../store/item-index.ts';
import { isLookup, type Column, type Item, type List } from '../store/column-types.ts';

const preference = 'HonorNonIndexedQueriesWarningMayFailRandomly';
const pageSize = { standard: 200, largest: 5000 };
const operators: readonly string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'startswith'];

type Comparison = Extract<Filter, { kind: 'compare' }>;
interface Order {
  column: Column;
  descending: boolean;
}
interface Cursor {
  id: number;
  value: IndexValue | undefined;
}

/** The column named by `fields/X`. Throws 400. */
function columnAt(list: List, property: string): Column {
  const name = /^fields\/(\w+)$/.exec(property)?.[1];
  if (name === undefined) throw invalidFilter();
  if (name === 'id') return columnAt(list, 'fields/ID');
  const bare = name.replace(/LookupId$/, '');
  const column = list.columns.find((one) => one.name === name || (one.name === bare && isLookup(one.kind)));
  if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
  return column;
}

const isIndexed = (column: Column) => column.indexed || column.name === 'ID';

/** Refuses unindexed columns, unless the tenant takes them or the caller accepts the risk on a small list. */
function checkIndex(call: Call, list: List, column: Column, question: 'filter.unindexed' | 'order.unindexed'): void {
  if (isIndexed(column) || call.world.faults.tenant[question] === 'taken') return;
  const prefer = String(call.headers.prefer ?? '');
  if (!prefer.split(/[,;]/).some((one) => one.trim() === preference)) {
    throw invalidRequest(
      `Field '${column.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${preference}' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  if (isLarge(call, list)) throw thresholdCrossed();
}
const isLarge = (call: Call, list: List) => call.world.sites.items.count(list) > call.world.faults.graph.threshold;

/** A literal in the column's type. */
function literalFor(column: Column, value: Comparison['value']): IndexValue | undefined {
  const numeric =
    column.kind === 'number' || column.kind === 'currency' || isLookup(column.kind) || column.name === 'ID';
  return comparableValue(numeric && typeof value === 'string' ? Number(value) : value);
}

function typed(list: List, filter: Filter): Filter {
  if (filter.kind === 'not') return { kind: 'not', inner: typed(list, filter.inner) };
  if (filter.kind !== 'compare') {
    return { kind: filter.kind, left: typed(list, filter.left), right: typed(list, filter.right) };
  }
  const value = literalFor(columnAt(list, filter.property), filter.value) ?? null;
  return { ...filter, value, values: [value] };
}

function filterOf(call: Call, list: List): Filter | undefined {
  const text = call.query.option('filter');
  if (text === undefined) return undefined;
  try {
    const filter = parseFilter(text);
    for (const one of comparisonsOf(filter)) {
      if (!operators.includes(one.operator)) throw invalidFilter();
      if (/^(createdDateTime|lastModifiedDateTime)$/.test(one.property)) {
        throw invalidRequest('The provided filter statement is not supported.');
      }
      checkIndex(call, list, columnAt(list, one.property), 'filter.unindexed');
    }
    checkTenant(call, filter);
    return typed(list, filter);
  } catch (error) {
    if (error instanceof FilterSyntax) throw invalidFilter();
    throw error;
  }
}

const characters = {
  '&': 'filter.ampersand',
  '#': 'filter.hash',
  '+': 'filter.plus',
  "'": 'filter.quote',
  é: 'filter.accent',
} as const;

/** Refuses what this tenant's filters do not take. */
function checkTenant({ world }: Call, filter: Filter): void {
  const { tenant } = world.faults;
  const comparisons = comparisonsOf(filter);
  const columns = new Set(comparisons.map(({ property }) => property));
  if (columns.size > 1 && tenant['filter.two'] === 'refused') throw invalidFilter();
  if (charactersIn(comparisons).some((one) => tenant[characters[one]] === 'refused')) throw invalidFilter();
}

const charactersIn = (comparisons: readonly Comparison[]) =>
  (Object.keys(characters) as (keyof typeof characters)[]).filter((one) =>
    comparisons.some(({ value }) => typeof value === 'string' && value.includes(one)),
  );

/** Whether a filter of this tenant never finds such a text. */
const isMissed = ({ world }: Call, filter: Filter): boolean =>
  charactersIn(comparisonsOf(filter)).some((one) => world.faults.tenant[characters[one]] === 'missed');

function orderOf(call: Call, list: List): Order | undefined {
  const text = call.query.option('orderby');
  if (text === undefined) return undefined;
  const match = /^(\S+)(?:\s+(asc|desc))?$/i.exec(text.split(',')[0]?.trim() ?? '');
  if (!match?.[1]) throw badRequest('Invalid orderby clause');
  const column = columnAt(list, match[1]);
  checkIndex(call, list, column, 'order.unindexed');
  const descending = match[2]?.toLowerCase() === 'desc';
  if (descending && column.name === 'ID' && isLarge(call, list)) throw thresholdCrossed();
  return { column, descending };
}

function cursorOf(call: Call, order: Order | undefined): Cursor | undefined {
  const token = call.query.option('skiptoken');
  if (token === undefined) return undefined;
  const parts = new URLSearchParams(Buffer.from(token, 'base64').toString());
  const id = Number(parts.get('p_ID') ?? Number.NaN);
  if (parts.get('Paged') !== 'TRUE' || !Number.isInteger(id)) throw invalidRequest('Invalid request');
  const text = order && parts.get(`p_${order.column.name}`);
  if (!order || text === null || text === undefined) return { id, value: undefined };
  return { id, value: literalFor(order.column, text) };
}
const tokenAfter = (item: Item, order: Order | undefined): string => {
  const value = order && order.column.name !== 'ID' ? comparable(order.column, item) : undefined;
  const middle = order && value !== undefined ? `&p_${order.column.name}=${encodeURIComponent(value)}` : '';
  return Buffer.from(`Paged=TRUE${middle}&p_ID=${item.id}`).toString('base64').replace(/=+$/, '');
};

function indexedMatches(call: Call, list: List, one: Comparison, limit: number): Item[] | undefined {
  const column = columnAt(list, one.property);
  if (!column.indexed || one.operator === 'ne' || one.value === null) return undefined;
  const { items } = call.world.sites;
  const ids = items.index.find(list, column, one.operator as IndexOperator, one.value as IndexValue, limit);
  return ids.flatMap((id) => items.get(list, id) ?? []);
}

const firstOf = (filter: Filter): Comparison | undefined => {
  if (filter.kind === 'compare') return filter;
  return filter.kind === 'and' ? firstOf(filter.left) : undefined;
};

/** Matching items in id order. Throws the threshold's 429 when the first clause alone matches too many rows. */
function matches(call: Call, list: List, filter: Filter): Item[] {
  const { items } = call.world.sites;
  const { threshold } = call.world.faults.graph;
  if (isMissed(call, filter)) return [];
  const read = (item: Item) => (property: string) => comparable(columnAt(list, property), item);
  const first = firstOf(filter);
  const large = isLarge(call, list);
  if (large && first && isLookup(columnAt(list, first.property).kind)) throw thresholdCrossed();
  const narrowed = first && indexedMatches(call, list, first, large ? threshold + 1 : Number.MAX_SAFE_INTEGER);
  if (narrowed) {
    if (large && narrowed.length > threshold) throw thresholdCrossed();
    return narrowed.filter((item) => passes(filter, read(item)));
  }
  const all = items.page(list, 0, Number.MAX_SAFE_INTEGER);
  const found = all.filter((item) => passes(filter, read(item)));
  const byId = first && columnAt(list, first.property).name === 'ID';
  if (large && !byId && found.length > threshold) throw thresholdCrossed();
  return found;
}

function compareBy({ column, descending }: Order) {
  return (a: Cursor, b: Cursor): number => {
    if (column.name === 'ID') return descending ? b.id - a.id : a.id - b.id;
    if (a.value === b.value) return a.id - b.id;
    return isBefore(a.value, b.value) === descending ? 1 : -1;
  };
}
/** Empty values sort first. */
function isBefore(left: IndexValue | undefined, right: IndexValue | undefined): boolean {
  return left === undefined || (right !== undefined && left < right);
}

export interface ItemPage {
  items: Item[];
  /** Opaque; absent on the last page. */
  skiptoken?: string;
}

/** One page of a list's items by SharePoint's rules: index, threshold, cursor by id. Throws GraphFault. */
export function queryItems(call: Call, list: List): ItemPage {
  for (const name of ['count', 'search']) {
    if (call.query.option(name) !== undefined) {
      throw invalidRequest(`$${name} is not supported on this API. Only URLs returned by the API can be used to page.`);
    }
  }
  const filter = filterOf(call, list);
  const order = orderOf(call, list);
  const cursor = cursorOf(call, order);
  const asked = call.query.top() ?? pageSize.standard;
  if (asked >= pageSize.largest && call.world.faults.tenant['page.largest'] === 'refused') throw badArgument();
  const size = Math.min(asked, pageSize.largest);
  const { items } = call.world.sites;
  let found: Item[];
  if (order) {
    const compare = compareBy(order);
    const all = filter ? matches(call, list, filter) : items.page(list, 0, Number.MAX_SAFE_INTEGER);
    const keyed = all.map((item) => ({ item, id: item.id, value: comparable(order.column, item) }));
    keyed.sort(compare);
    found = keyed.filter((one) => !cursor || compare(one, cursor) > 0).map((one) => one.item);
  } else {
    const after = cursor?.id ?? 0;
    found = filter ? matches(call, list, filter).filter((item) => item.id > after) : items.page(list, after, size + 1);
  }
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { items: page, ...(last && found.length > size ? { skiptoken: tokenAfter(last, order) } : {}) };
}
