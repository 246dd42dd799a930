import { changeLog } from './change-log.ts';
import type { Codec } from './codec.ts';
import type { ItemData, ListDefinition, Stored } from './define-list.ts';
import { etagNumber, etagInForm } from './etag.ts';
import type { RawItem } from './item.ts';
import type { ListChange, SetAside } from './list-handle.ts';
import { carryOver, drop, emptyState, keep, readable, store, take, twice } from './mirror-state.ts';

/**
 * One list in memory. Accepts items in any order and repeatedly: only a newer etag number changes anything, so replays
 * and late deltas cannot undo a write. A read of the item itself corrects its etag.
 */
export interface Mirror<R extends { key: string }> {
  /** Increases with every change; unique across all lists in the process. */
  readonly version: number;
  readonly size: number;
  /** Including those set aside. */
  readonly count: number;
  /** In order of first appearance; the same array until a change. */
  all(): readonly Stored<R>[];
  /** See ListHandle. */
  changesSince(version: number): readonly ListChange<R>[] | undefined;
  get(key: string): Stored<R> | undefined;
  byItem(id: string): Stored<R> | undefined;
  /** Etag number of a known item, parsed or set aside. */
  knownEtag(id: string): number | undefined;
  itemIds(): string[];
  setAside(): readonly SetAside[];
  /** Takes an item with its fields. Gives the newest state; undefined when set aside, deleted or a folder. */
  put(item: RawItem): Stored<R> | undefined;
  /** Takes a record known to be the item's content. */
  putRecord(record: R, item: ItemData): Stored<R>;
  /** Removes the item. `etag` if known; a replay that is not newer does not restore it. */
  remove(id: string, etag?: string): void;
  /** Collects a new copy while reads continue; `finish` swaps it in, with the changes made since. */
  reload(): Reload;
}
export interface Reload {
  take(item: RawItem): void;
  finish(): void;
}

let versions = 0;
/** Deleted items remembered, to reject old replays. */
const tombstoneLimit = 20_000;

/** The etag form of the site's items, from any read or write. */
export interface EtagForm {
  pattern?: string;
}

/** `form` is shared by a site's lists, so that a list that was empty knows it too. */
export function createMirror<R extends { key: string }>(
  definition: ListDefinition<R>,
  codec: Codec<R>,
  form: EtagForm = {},
): Mirror<R> {
  let state = emptyState<R>();
  let version = ++versions;
  let list: readonly Stored<R>[] | undefined;
  /** Added since `list` was built: avoids rebuilding 100,000 records for one more receipt. */
  let added: Stored<R>[] = [];
  let touched: Set<string> | undefined;
  const tombstones = new Map<string, number>();
  const log = changeLog<R>();
  let wasContested = false;

  /** Called after a change, with the previous record. */
  const changed = (id: string, before: Stored<R> | undefined, isNew?: Stored<R>) => {
    version = ++versions;
    if (isNew && state.contested.size === 0) added.push(isNew);
    else list = undefined;
    touched?.add(id);
    const after = state.byItem.get(id);
    const isContested = state.contested.size > 0;
    // Of two items with one key one is hidden: no single change describes it.
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

  /** Converts a delta's etag to the items' form; other etags teach that form. */
  const inOwnForm = (item: RawItem): RawItem => {
    if (item.etagFrom !== 'delta') {
      form.pattern = item.etag;
      return item;
    }
    const etag = form.pattern === undefined ? undefined : etagInForm(form.pattern, item.etag);
    if (etag === undefined) return item;
    const { etagFrom: _delta, ...own } = item;
    return { ...own, etag };
  };

  /** Not newer; but the etag of a read is right where the known one has another form. */
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
    // A write's answer may follow a delta that already reported it, or the item's deletion.
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
      if (given.isFolder) return undefined;
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
          if (item.isFolder) return;
          form.pattern = item.etag;
          const before = state.byItem.get(item.id);
          // An unchanged state is neither parsed again nor stored twice.
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
