import type { Codec } from './codec.ts';
import type { ItemData, Stored } from './define-list.ts';
import { etagNumber } from './etag.ts';
import type { RawItem } from './item.ts';
import type { SetAside } from './list-handle.ts';

/** The items of a list at one moment, by item and by key; unparsable ones separately. */
export interface State<R> {
  byItem: Map<string, Stored<R>>;
  byKey: Map<string, Stored<R>>;
  aside: Map<string, SetAside & { etag: number }>;
  /** Keys seen on two items: a replay of a deleted item beside its successor. */
  contested: Set<string>;
}

export const emptyState = <R>(): State<R> => ({
  byItem: new Map(),
  byKey: new Map(),
  aside: new Map(),
  contested: new Set(),
});

export function take<R extends { key: string }>(list: string, state: State<R>, codec: Codec<R>, item: RawItem): void {
  const decoded = codec.decode(item.fields ?? {});
  if ('record' in decoded) {
    const { id, etag, etagFrom, modified } = item;
    store(state, decoded.record, { id, etag, modified, ...(etagFrom ? { etagFrom } : {}) });
    return;
  }
  drop(state, item.id);
  const { problems, fields, key } = decoded;
  const etag = etagNumber(item.etag);
  state.aside.set(item.id, {
    list,
    itemId: item.id,
    problems,
    fields,
    etag,
    given: item.fields ?? {},
    ...(key === undefined ? {} : { key }),
  });
}

export function store<R extends { key: string }>(state: State<R>, record: R, item: ItemData): Stored<R> {
  const stored: Stored<R> = Object.assign(record, { item });
  keep(state, stored);
  return stored;
}

export function keep<R extends { key: string }>(state: State<R>, stored: Stored<R>): void {
  const { id } = stored.item;
  const before = state.byItem.get(id);
  if (before && before.key !== stored.key) forgetKey(state, before);
  state.aside.delete(id);
  state.byItem.set(id, stored);
  const holder = state.byKey.get(stored.key);
  // Keys are unique, so of two items with one key the later is alive: ids only grow.
  if (holder && Number(holder.item.id) > Number(id)) state.contested.add(stored.key);
  else {
    if (holder && holder.item.id !== id) state.contested.add(stored.key);
    state.byKey.set(stored.key, stored);
  }
}

export function drop<R extends { key: string }>(state: State<R>, id: string): boolean {
  const before = state.byItem.get(id);
  if (before) forgetKey(state, before);
  return state.byItem.delete(id) || state.aside.delete(id);
}

/** The key may belong to a newer item (deleted and recreated), or pass to a duplicate. */
function forgetKey<R extends { key: string }>(state: State<R>, { key, item }: Stored<R>): void {
  const others = () => [...state.byItem.values()].filter((other) => other.key === key && other.item.id !== item.id);
  if (state.byKey.get(key)?.item.id !== item.id) {
    if (state.contested.has(key) && others().length < 2) state.contested.delete(key);
    return;
  }
  state.byKey.delete(key);
  if (!state.contested.delete(key)) return;
  for (const other of others()) keep(state, other);
}

/** Every record once: of two items with one key only the one found by key. */
export const readable = <R extends { key: string }>(state: State<R>): Stored<R>[] =>
  state.contested.size === 0
    ? [...state.byItem.values()]
    : [...state.byItem.values()].filter((stored) => state.byKey.get(stored.key) === stored);

/** Items with a duplicate key: uniqueness was switched off, and an item copied or a key typed. */
export function twice<R extends { key: string }>(list: string, state: State<R>): SetAside[] {
  if (state.contested.size === 0) return [];
  return [...state.byItem.values()]
    .filter((stored) => state.byKey.get(stored.key) !== stored)
    .map(({ key, item }) => ({
      list,
      itemId: item.id,
      key,
      problems: ['Key: twice'],
      fields: [{ column: 'Key', wrong: 'twice' as const }],
    }));
}

/** An item written or deleted during a reload: the newer state wins. */
export function carryOver<R extends { key: string }>(from: State<R>, to: State<R>, id: string): void {
  const mine = from.byItem.get(id);
  const loaded = to.byItem.get(id);
  if (mine && (!loaded || etagNumber(loaded.item.etag) < etagNumber(mine.item.etag))) keep(to, mine);
  else if (!mine && !from.aside.has(id)) drop(to, id);
}
