import type { GraphFaults } from '../../fault-settings.ts';
import { siteId } from '../../municipality.ts';
import { GraphFault } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { decodeToken, encodeToken, graphRoot, tokenLink } from '../http/links.ts';
import { parseQuery } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { Item, List } from '../store/column-types.ts';
import { contentType, etagOf, itemsContext } from '../views/item-view.ts';
import { itemShape } from './items.ts';
import { isRecord, listOf, seenList } from './site-parts.ts';

/** A reader's position: enumerating by id from the first look, or following. */
interface Position {
  list: string;
  /** Options of the first request, for all following ones. */
  options: string;
  /** Last id of the enumeration; absent when following. */
  after?: number;
  /** Change number to follow from. */
  sequence: number;
  /** Real time in milliseconds. */
  issued: number;
}

const tokenLife = 30 * 24 * 3600 * 1000;
const pageSize = { standard: 200, largest: 5000 };
/** How many changes a replaying service gives again. */
const replayed = 5;

const resync = (path: string, token = '') =>
  new GraphFault(410, 'resyncRequired', 'Resync required. Replace any local items with the server version.', {
    inner: 'resyncChangesApplyDifferences',
    headers: { Location: `${graphRoot}${path}?token=${token}` },
  });

function positionOf(call: Call, list: List, token: string): Position {
  const { faults } = call.world;
  const given = decodeToken(token);
  const { list: owner, options, after, sequence, issued } = given ?? {};
  const sound = owner === list.id && typeof sequence === 'number' && typeof issued === 'number';
  if (!sound || typeof options !== 'string' || Date.now() - issued > tokenLife) throw resync(call.path);
  const fresh = () =>
    encodeToken({
      list: owner,
      options,
      after: 0,
      sequence: call.world.sites.items.sequence(list, 0),
      issued: Date.now(),
    });
  if (faults.strikes(faults.graph.delta410, 'delta410')) throw resync(call.path, fresh());
  return { list: owner, options, sequence, issued, ...(typeof after === 'number' ? { after } : {}) };
}

const tombstone = (list: List, item: Item) => ({
  id: String(item.id),
  parentReference: { siteId },
  contentType: contentType(list),
  deleted: { state: 'deleted' },
});
/** What the service has put in place of a deleted item, inside a 200. */
const brokenTombstone = () => ({
  error: {
    code: 'InternalServerError',
    message: 'Cannot write a deleted resource, link, nested resource info or property.',
  },
});

/** An item's eTag in delta; equal everywhere for items in libraries. */
function deltaEtag(list: List, item: Item, form: GraphFaults['deltaEtag']): string | undefined {
  if (form === 'none') return undefined;
  return form === 'item' ? etagOf(list, item) : `"{${item.guid.toUpperCase()}},${item.version}"`;
}

/** An item in a delta: without its last author, and with its own form of eTag. */
function inDelta(view: Record<string, unknown>, etag: string | undefined): Record<string, unknown> {
  const { lastModifiedBy: _by, eTag: _tag, '@odata.etag': _odata, fields, ...rest } = view;
  const shown = isRecord(fields) ? Object.entries(fields).filter(([name]) => name !== '@odata.etag') : undefined;
  const tagged = etag === undefined ? {} : { '@odata.etag': etag };
  return {
    ...tagged,
    ...rest,
    ...(etag === undefined ? {} : { eTag: etag }),
    ...(shown ? { fields: { ...tagged, ...Object.fromEntries(shown) } } : {}),
  };
}

function answer(call: Call, list: List, position: Position, items: readonly Item[], more: boolean): Answer {
  const shaped: Call = { ...call, query: parseQuery(position.options) };
  const shape = itemShape(shaped, list);
  const broken = call.world.faults.graph.deltaDeleteBug;
  const deleted = (item: Item) => (broken ? brokenTombstone() : tombstone(list, item));
  const form = call.world.faults.graph.deltaEtag;
  const living = (item: Item) => inDelta(shape(item), deltaEtag(list, item, form));
  const value = items.map((item) => (item.deleted ? deleted(item) : living(item)));
  const link = tokenLink(call.path, 'token', encodeToken({ ...position, issued: Date.now() }));
  const context = itemsContext(
    list,
    shaped.query.expand().some((one) => one.name === 'fields'),
  );
  return {
    status: 200,
    body: { '@odata.context': context, [more ? '@odata.nextLink' : '@odata.deltaLink']: link, value },
  };
}

function listDelta(call: Call): Answer {
  const list = seenList(call);
  const { items } = call.world.sites;
  const { lagDelta, duplicateDelta } = call.world.faults.graph;
  const token = call.query.option('token');
  const options = new URLSearchParams(call.query.entries.filter(([name]) => name !== 'token').map(([a, b]) => [a, b]));
  const issued = Date.now();
  const now = () => items.sequence(listOf(call), lagDelta);
  if (token === 'latest') {
    return answer(call, list, { list: list.id, options: options.toString(), sequence: now(), issued }, [], false);
  }
  const first = { list: list.id, options: options.toString(), after: 0, sequence: now(), issued };
  const position: Position = token ? positionOf(call, list, token) : first;
  const size = Math.min(parseQuery(position.options).top() ?? pageSize.standard, pageSize.largest);
  if (position.after !== undefined) {
    const page = items.page(list, position.after, size + 1);
    const last = page[size - 1];
    if (last && page.length > size) {
      return answer(call, list, { ...position, after: last.id }, page.slice(0, size), true);
    }
    const { after: _, ...done } = position;
    return answer(call, list, done, page, false);
  }
  const from = duplicateDelta ? Math.max(0, position.sequence - replayed) : position.sequence;
  const changes = items.changes(list, from, lagDelta, size + 1);
  const page = changes.slice(0, size);
  const reached = Math.max(position.sequence, page.at(-1)?.sequence ?? 0);
  const shown = duplicateDelta ? [...page, ...page.slice(-1)] : page;
  return answer(call, list, { ...position, sequence: reached }, shown, changes.length > size);
}

/** Cheaper with a token than without. */
const cost = (call: Call) => (call.query.option('token') ? 1 : 2);

export const itemDeltaRoutes: readonly Route[] = [
  {
    area: 'sharepoint',
    need: 'read',
    method: 'GET',
    path: '/sites/{site}/lists/{list}/items/delta',
    cost,
    run: listDelta,
  },
];
