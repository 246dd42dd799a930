import { changeLog } from './change-log.ts';
import type { Codec } from './codec.ts';
import type { ItemData, ListDefinition, Stored } from './define-list.ts';
import { etagNumber, inFormOf } from './etag.ts';
import type { RawItem } from './item.ts';
import type { ListChange, SetAside } from './list-handle.ts';
import { carryOver, drop, emptyState, keep, readable, store, take, twice } from './mirror-state.ts';

/**
 * One list in memory. It takes items in any order and as often as they come: only a newer etag number changes anything,
 * so that replays and late deltas do no harm to what a write has already told. A read of the item itself puts its etag
 * right.
 */
export interface Mirror<R extends { key: string }> {
  /** Grows with every change; no two states of any lists in the process share a number. */
  readonly version: number;
  readonly size: number;
  /** The same, with those set aside. */
  readonly count: number;
  /** In the order in which they were first seen; the same array until something changes. */
  all(): readonly Stored<R>[];
  /** See ListHandle. */
  changesSince(version: number): readonly ListChange<R>[] | undefined;
  get(key: string): Stored<R> | undefined;
  byItem(id: string): Stored<R> | undefined;
  /** What is known of an item, parsed or set aside: its etag number. */
  knownEtag(id: string): number | undefined;
  itemIds(): string[];
  setAside(): readonly SetAside[];
  /** Takes an item with its fields. Gives the newest state, or nothing when it is set aside or gone. */
  put(item: RawItem): Stored<R> | undefined;
  /** Takes a record that is known to be what the item now holds. */
  putRecord(record: R, item: ItemData): Stored<R>;
  /** The item is gone. `etag` when known; a replay that is no newer does not bring it back. */
  remove(id: string, etag?: string): void;
  /** Collects a whole new copy while reads go on; `finish` puts it in place, with what changed meanwhile. */
  reload(): Reload;
}
export interface Reload {
  take(item: RawItem): void;
  finish(): void;
}

let versions = 0;
/** Deleted items remembered at once, so that old replays stay away. */
const tombstoneLimit = 20_000;

/** How the site's items write their etags: that of some item, as a read or a write gave it. */
export interface EtagForm {
  pattern?: string;
}

/** `form` is shared by the lists of a site, so that also a list that was empty knows how an etag is written. */
export function createMirror<R extends { key: string }>(
  definition: ListDefinition<R>,
  codec: Codec<R>,
  form: EtagForm = {},
): Mirror<R> {
  let state = emptyState<R>();
  let version = ++versions;
  let list: readonly Stored<R>[] | undefined;
  /** New since `list` was made: 100,000 records are copied, not looked up anew, for one receipt more. */
  let added: Stored<R>[] = [];
  let touched: Set<string> | undefined;
  const tombstones = new Map<string, number>();
  const log = changeLog<R>();
  let wasContested = false;

  /** Called after a change, with the record as it was. */
  const changed = (id: string, before: Stored<R> | undefined, isNew?: Stored<R>) => {
    version = ++versions;
    if (isNew && state.contested.size === 0) added.push(isNew);
    else list = undefined;
    touched?.add(id);
    const after = state.byItem.get(id);
    const isContested = state.contested.size > 0;
    // Of two items with one key one is not read: which, no single change tells.
    if (isContested || wasContested) log.beginAnew(version);
    else if (before ?? after) log.note(version, { ...(before ? { before } : {}), ...(after ? { after } : {}) });
    wasContested = isContested;
  };
  const all = (): readonly Stored<R>[] => {
    if (!list) list = readable(state);
    else if (added.length > 0) list = list.concat(added);
    if (added.length > 0) added = [];
    return list;
  };

  const knownEtag = (id: string): number | undefined => {
    const stored = state.byItem.get(id);
    return stored ? etagNumber(stored.item.etag) : state.aside.get(id)?.etag;
  };
  const isOld = (id: string, etag: number): boolean => {
    const known = knownEtag(id) ?? tombstones.get(id);
    return known !== undefined && etag <= known;
  };

  /** An etag from a delta in the form that items have; one from elsewhere shows that form. */
  const inOwnForm = (item: RawItem): RawItem => {
    if (item.etagFrom !== 'delta') {
      form.pattern = item.etag;
      return item;
    }
    const etag = form.pattern === undefined ? undefined : inFormOf(form.pattern, item.etag);
    if (etag === undefined) return item;
    const { etagFrom: _delta, ...own } = item;
    return { ...own, etag };
  };

  /** What is known is not older; yet the etag of a read is right where the known one is of another form. */
  const notOlder = (item: ItemData): Stored<R> | undefined => {
    const stored = state.byItem.get(item.id);
    if (!stored || stored.item.etag === item.etag) return stored;
    if (etagNumber(stored.item.etag) !== etagNumber(item.etag)) return stored;
    const { id, etag, modified } = item;
    const corrected = store(state, { ...stored }, { id, etag, modified });
    changed(id, stored);
    return corrected;
  };

  const putRecord = (record: R, item: ItemData): Stored<R> => {
    form.pattern = item.etag;
    // A write's answer may come after a delta that already told of it, or of the item's end.
    if (isOld(item.id, etagNumber(item.etag))) return notOlder(item) ?? Object.assign(record, { item });
    const before = state.byItem.get(item.id);
    const stored = store(state, record, item);
    changed(item.id, before, before ? undefined : stored);
    return stored;
  };

  return {
    get version() {
      return version;
    },
    get size() {
      return state.byItem.size;
    },
    get count() {
      return state.byItem.size + state.aside.size;
    },
    all,
    changesSince: (since) => log.since(since, version),
    get: (key) => state.byKey.get(key),
    byItem: (id) => state.byItem.get(id),
    knownEtag,
    itemIds: () => [...state.byItem.keys(), ...state.aside.keys()],
    setAside: () => [
      ...[...state.aside.values()].map(({ etag: _etag, ...report }) => report),
      ...twice(definition.name, state),
    ],
    put: (given) => {
      const item = inOwnForm(given);
      if (isOld(item.id, etagNumber(item.etag)))
        return given.etagFrom === 'delta' ? state.byItem.get(item.id) : notOlder(item);
      const before = state.byItem.get(item.id);
      take(definition.name, state, codec, item);
      const stored = state.byItem.get(item.id);
      changed(item.id, before, before ? undefined : stored);
      return stored;
    },
    putRecord,
    remove: (id, etag) => {
      const gone = Math.max(knownEtag(id) ?? 0, etag === undefined ? 0 : etagNumber(etag));
      bury(tombstones, id, gone);
      const before = state.byItem.get(id);
      if (drop(state, id)) changed(id, before);
      else touched?.add(id);
    },
    reload: () => {
      const next = emptyState<R>();
      const meanwhile = new Set<string>();
      touched = meanwhile;
      return {
        take: (item) => {
          form.pattern = item.etag;
          const before = state.byItem.get(item.id);
          // The same state is not parsed again and does not take memory twice.
          if (before?.item.etag === item.etag) keep(next, before);
          else take(definition.name, next, codec, item);
        },
        finish: () => {
          for (const id of meanwhile) carryOver(state, next, id);
          state = next;
          version = ++versions;
          log.beginAnew(version);
          list = undefined;
          if (touched === meanwhile) touched = undefined;
        },
      };
    },
  };
}

function bury(tombstones: Map<string, number>, id: string, etag: number): void {
  tombstones.set(id, etag);
  if (tombstones.size <= tombstoneLimit) return;
  const oldest = tombstones.keys().next();
  if (!oldest.done) tombstones.delete(oldest.value);
}
