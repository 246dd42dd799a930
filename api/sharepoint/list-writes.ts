import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, conflict, keyedQueue, missing } from '../kernel/index.ts';
import type { Codec, GraphFields } from './codec.ts';
import type { ListDefinition, Stored } from './define-list.ts';
import { etagNumber } from './etag.ts';
import { asObject, failedAs, GraphFailure } from './graph-failure.ts';
import { odataText, type Graph } from './graph.ts';
import { readItem, type RawItem } from './item.ts';
import { isSetAside, type Lane, type ListHandle } from './list-handle.ts';
import { expandFields, type ListSource } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';
import { removeUnchanged } from './remove-unchanged.ts';
import { wholeList } from './whole-list.ts';

export interface WriteParts<R extends { key: string }> {
  graph: Graph;
  definition: ListDefinition<R>;
  codec: Codec<R>;
  mirror: Mirror<R>;
  /** A function: the list's address is known only once it is loaded. */
  source: () => ListSource;
}

type Writes<R extends { key: string }> = Pick<
  ListHandle<R>,
  'create' | 'update' | 'fresh' | 'remove' | 'removeUnchanged'
>;

/** Rounds of `update` when others write first. */
const rounds = 8;
/** Consecutive refusals of an etag just returned by SharePoint that still count as a race. */
const refusalsTaken = 6;
/** Lookups of a record that "already exists": a filter may lag behind a write. */
const lookUps = 3;

/** The writing half of a list handle; see ListHandle. Serialises writes per key. */
export function listWrites<R extends { key: string }>(parts: WriteParts<R>): Writes<R> {
  const { graph, definition, codec, mirror, source } = parts;
  const inTurn = keyedQueue();

  const read = async (id: string, lane: Lane): Promise<Stored<R> | undefined> => {
    try {
      const item = readItem(await graph.get(`${source().items}/${id}?${expandFields(source())}`, { lane }));
      return item && mirror.put(item);
    } catch (failure) {
      if (!failedAs(failure, 'itemGone')) throw failure;
      mirror.remove(id);
      return undefined;
    }
  };

  /**
   * By the one indexed column, also while somebody has removed its index. SharePoint ignores case, we do not: `isTaken`
   * without a record means that the key belongs to another item or to one that does not parse.
   */
  const look = async (key: string, lane: Lane): Promise<{ record?: Stored<R>; isTaken: boolean }> => {
    const filter = `$filter=fields/Key%20eq%20${odataText(key)}`;
    const items = await graph
      .get(`${source().items}?${filter}&${expandFields(source())}`, { lane, headers: withoutIndex })
      .then((page) => itemsIn(asObject(page)?.value))
      .catch(async (failure: unknown) => {
        // Somebody has removed the index, and the list is long.
        if (!failedAs(failure, 'queryShape')) throw failure;
        return itemsOf(key);
      });
    for (const item of items) mirror.put(item);
    const record = mirror.get(key);
    return { isTaken: items.length > 0, ...(record ? { record } : {}) };
  };
  /** By reading the whole list: 2 units for each 5,000 items. */
  const itemsOf = async (key: string): Promise<RawItem[]> => {
    const found: RawItem[] = [];
    for await (const { value } of wholeList(graph, `${source().items}?${expandFields(source())}`))
      found.push(...itemsIn(value).filter(({ fields }) => sameKey(fields?.['Key'], key)));
    return found;
  };
  const find = async (key: string, lane: Lane): Promise<Stored<R> | undefined> => (await look(key, lane)).record;

  const fresh = async (key: string, lane: Lane = 'interactive') => {
    const known = mirror.get(key);
    return (known && (await read(known.item.id, lane))) ?? find(key, lane);
  };

  const create = async (record: R, lane: Lane): Promise<{ record: Stored<R>; existed: boolean }> => {
    const fields = withoutNulls(codec.encode(record));
    const known = mirror.get(record.key);
    if (known) return { record: known, existed: true };
    if (isSetAside(mirror, record.key)) throw taken(record.key);
    for (let round = 1; ; round += 1) {
      try {
        const item = readItem(await graph.post(source().items, { fields }, { lane }));
        return { record: await created(item, record.key, lane), existed: false };
      } catch (failure) {
        const found = await existing(failure, record.key, lane);
        if (found) return { record: found, existed: !codec.holds(found, fields) };
        if (round >= 3) throw failure;
      }
    }
  };

  /** An answer without the expected fields is re-read. */
  const created = async (item: RawItem | undefined, key: string, lane: Lane): Promise<Stored<R>> => {
    const stored = item?.fields ? mirror.put(item) : undefined;
    const mine = stored ?? (item && (await read(item.id, lane))) ?? (await find(key, lane));
    if (!mine) throw new AppError('unexpected', 'sharepoint.unreadableItem', { list: definition.name, key });
    return mine;
  };

  /**
   * After a failed create: the record if it exists; nothing when it may be retried. A taken key is found by lookup,
   * since SharePoint's error message is localised text.
   */
  const existing = async (failure: unknown, key: string, lane: Lane): Promise<Stored<R> | undefined> => {
    if (!(failure instanceof GraphFailure)) throw failure;
    const { status } = failure.answer;
    const isRefusal = status === 400 || status === 409;
    const isUnclear = failure.kind === 'unavailable' && failure.mayHaveLanded;
    if (!isRefusal && !isUnclear) throw failure;
    for (let tries = 1; tries <= (isRefusal ? lookUps : 1); tries += 1) {
      if (tries > 1) await sleep(300 * tries);
      const { record, isTaken } = await look(key, lane);
      if (record) return record;
      if (isTaken) throw taken(key);
    }
    if (status === 400) throw failure;
    return undefined;
  };

  type Change = Parameters<Writes<R>['update']>[1];
  type BeforeWrite = Parameters<Writes<R>['update']>[3];
  const update = async (key: string, change: Change, lane: Lane, beforeWrite: BeforeWrite): Promise<Stored<R>> => {
    let current = await withOwnEtag(mirror.get(key) ?? (await find(key, lane)), lane);
    let refusals = 0;
    for (let round = 1; ; round += 1) {
      if (!current) throw gone(key);
      const changes = change(current);
      if (!changes || Object.keys(changes).length === 0) return current;
      if ('key' in changes) throw conflict('sharepoint.keyIsFixed', { key });
      const fields = codec.encode(changes);
      await beforeWrite?.(current, changes);
      try {
        return await patched(current, fields, lane);
      } catch (failure) {
        const next = await afterFailedPatch(failure, current, lane);
        if (next && landed(failure, current, next, codec, fields)) return next;
        if (round >= rounds) throw failure;
        const isSame = next === current && failedAs(failure, 'changedMeanwhile');
        refusals = isSame && failure.answer.status === 412 ? refusals + 1 : 0;
        if (refusals >= refusalsTaken) throw refusedEtag(key, failure);
        if (isSame) await sleep(50 * round);
        current = next;
      }
    }
  };

  /** `If-Match` takes an item's own etag; if only a delta's is known, the item is read (1 unit). */
  const withOwnEtag = async (current: Stored<R> | undefined, lane: Lane): Promise<Stored<R> | undefined> =>
    current?.item.etagFrom === 'delta' ? read(current.item.id, lane) : current;

  const patched = async (current: Stored<R>, fields: GraphFields, lane: Lane): Promise<Stored<R>> => {
    const { key } = current;
    const { id } = current.item;
    const headers = { 'If-Match': current.item.etag };
    const item = readItem(await graph.patch(`${source().items}/${id}`, { fields }, { lane, headers }));
    if (!item?.etag) {
      const reread = await read(id, lane);
      if (!reread) throw gone(key);
      return reread;
    }
    const { etag, modified } = item;
    // If-Match passed, so the item is the known one with our changes; an answer with fields shows them as stored.
    const kept = item.fields?.Key === key ? item.fields : fields;
    return mirror.putRecord(codec.overlay(current, Object.keys(fields), kept), { id, etag, modified });
  };

  /** The item's current state; the same object when unchanged. Throws when the failure is final. */
  const afterFailedPatch = async (failure: unknown, current: Stored<R>, lane: Lane) => {
    if (failedAs(failure, 'itemGone')) {
      mirror.remove(current.item.id);
      return find(current.key, lane);
    }
    const ambiguous = failure instanceof GraphFailure && failure.kind === 'unavailable' && failure.mayHaveLanded;
    if (!ambiguous && !failedAs(failure, 'changedMeanwhile')) throw failure;
    return read(current.item.id, lane);
  };

  const remove = async (key: string, lane: Lane): Promise<void> => {
    const known = mirror.get(key) ?? (await find(key, lane));
    if (!known) return;
    try {
      await graph.delete(`${source().items}/${known.item.id}`, { lane });
    } catch (failure) {
      if (!failedAs(failure, 'itemGone')) throw failure;
    }
    mirror.remove(known.item.id);
  };

  /** By an item that does not parse, or whose key differs by case only. */
  const taken = (key: string) =>
    conflict(isSetAside(mirror, key) ? 'sharepoint.itemSetAside' : 'sharepoint.keyTaken', {
      list: definition.name,
      key,
    });
  const gone = (key: string) => missing('sharepoint.itemGone', { list: definition.name, key });
  const refusedEtag = (key: string, cause: unknown) =>
    new AppError('unexpected', 'sharepoint.etagRefused', { list: definition.name, key }, cause);

  return {
    fresh,
    create: (record, lane = 'interactive') => inTurn(record.key, () => create(record, lane)),
    update: (key, change, lane = 'interactive', beforeWrite) =>
      inTurn(key, () => update(key, change, lane, beforeWrite)),
    remove: (key, lane = 'interactive') => inTurn(key, () => remove(key, lane)),
    removeUnchanged: (item, lane = 'interactive') => {
      const key = mirror.byItem(item.id)?.key ?? item.id;
      return inTurn(key, () => removeUnchanged({ ...parts, read }, item, lane));
    },
  };
}

/** Lets SharePoint filter by a column without an index, in a list within its threshold. */
const withoutIndex = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
const itemsIn = (value: unknown): RawItem[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => readItem(one) ?? []) : [];
const sameKey = (found: unknown, key: string): boolean =>
  typeof found === 'string' && found.toLowerCase() === key.toLowerCase();

const withoutNulls = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Our lost PATCH was applied: exactly one change since, and ours. */
const landed = <R extends { key: string }>(
  failure: unknown,
  before: Stored<R>,
  now: Stored<R>,
  codec: Codec<R>,
  fields: GraphFields,
): boolean =>
  failure instanceof GraphFailure &&
  failure.mayHaveLanded &&
  etagNumber(now.item.etag) === etagNumber(before.item.etag) + 1 &&
  codec.holds(now, fields);
