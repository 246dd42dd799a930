import type { GraphFaults } from '../../fault-settings.ts';
import { siteId } from '../../municipality.ts';
import type { World } from '../../world.ts';
import { badArgument, GraphFault } from '../errors.ts';
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

/** The answer to a token that is old or not known, as this tenant gives it. */
const badToken = ({ tenant }: World['faults'], usual: GraphFault): GraphFault =>
  tenant['delta.badToken'] === 'refused' ? badArgument() : usual;

function positionOf(call: Call, list: List, token: string): Position {
  const { faults } = call.world;
  const given = decodeToken(token);
  const { list: owner, options, after, sequence, issued } = given ?? {};
  const sound = owner === list.id && typeof sequence === 'number' && typeof issued === 'number';
  const isBad = !sound || typeof options !== 'string' || Date.now() - issued > tokenLife;
  if (isBad) throw badToken(faults, resync(call.path));
  const fresh = () =>
    encodeToken({
      list: owner,
      options,
      after: 0,
      sequence: call.world.sites.items.sequence(list, 0),
      issued: Date.now(),
    });
  if (faults.strikes(faults.graph.delta410, 'delta410')) throw badToken(faults, resync(call.path, fresh()));
  return { list: owner, options, sequence, issued, ...(typeof after === 'number' ? { after } : {}) };
}

const tombstone = (list: List, item: Item, form: 'deleted' | 'removed') => ({
  id: String(item.id),
  parentReference: { siteId },
  contentType: contentType(list, item),
  ...(form === 'removed' ? { '@removed': { reason: 'deleted' } } : { deleted: { state: 'deleted' } }),
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
  const { graph, tenant } = call.world.faults;
  const tombstoneForm = tenant['delta.deleted'] === 'removed' ? 'removed' : 'deleted';
  const deleted = (item: Item) => (graph.deltaDeleteBug ? brokenTombstone() : tombstone(list, item, tombstoneForm));
  const form = graph.deltaEtag;
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

/** Change numbers up to which the looks at lists have told, where a change is told from the second look on. */
const lookedAt = new WeakMap<World, Map<string, number>>();

/** The change number up to which this look tells. */
function toldUpTo({ world }: Call, list: List): number {
  if (world.faults.tenant['delta.lag'] === 'atOnce') return Number.MAX_SAFE_INTEGER;
  const looks = lookedAt.get(world) ?? new Map<string, number>();
  lookedAt.set(world, looks);
  const before = looks.get(list.id) ?? 0;
  looks.set(list.id, world.sites.items.sequence(list, 0));
  return before;
}

function listDelta(call: Call): Answer {
  const list = seenList(call);
  const { items } = call.world.sites;
  const { lagDelta, duplicateDelta } = call.world.faults.graph;
  const token = call.query.option('token');
  const options = new URLSearchParams(call.query.entries.filter(([name]) => name !== 'token').map(([a, b]) => [a, b]));
  const issued = Date.now();
  const told = toldUpTo(call, list);
  const now = () => Math.min(told, items.sequence(listOf(call), lagDelta));
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
  const changes = items.changes(list, from, lagDelta, size + 1).filter(({ sequence }) => sequence <= told);
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
