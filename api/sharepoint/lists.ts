import { asAppError, nowOf, unavailable, type Clock } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import type { ListDefinition } from './define-list.ts';
import type { Graph } from './graph.ts';
import { idOf, listIds } from './list-address.ts';
import type { Freshness, ListHandle, SetAside } from './list-handle.ts';
import type { ListObserver, Seen } from './list-observer.ts';
import { listWrites } from './list-writes.ts';
import { followDelta, loadMirror, type ListSource } from './mirror-sync.ts';
import { createMirror, type EtagForm, type Mirror } from './mirror.ts';
import { observedWrites } from './observed-writes.ts';

export interface ListsSettings {
  graph: Graph;
  siteId: string;
  clock: Clock;
  log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

/** For the health page. `problem` is the error code of the latest failed refresh. */
export interface ListStatus extends Freshness {
  list: string;
  items: number;
  version: number;
  setAside: readonly SetAside[];
  problem?: string;
  /** How changes that others make come to be seen; absent when nobody watches. */
  seen?: Seen;
}

/** What one look at a list came to: `news` others had made, `entries` that the delta told in all. */
export type LookResult = { news: number; entries: number } | { problem: string; isAway: boolean };

export interface Lists {
  /** The one handle of a list; asking twice gives the same. Reading before `load` throws unavailable `sharepoint.loading`. */
  handle<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R>;
  /**
   * Loads lists into memory; already loaded ones are left. 4 units and 2 more for each 5,000 items. Throws AppError:
   * unavailable, unexpected (`sharepoint.listMissing`, `sharepoint.noAccess`).
   */
  load(definitions: readonly ListDefinition<{ key: string }>[]): Promise<void>;
  /**
   * Takes what has changed in every list (1 unit each). Each list is looked at once at a time: who asks meanwhile waits
   * for a look that begins after the question. Never throws: a list that cannot be reached is marked stale and goes on being read.
   */
  refresh(): Promise<void>;
  /** Takes what has changed in one list (1 unit). Never throws; who asks during a look waits for one that begins after. */
  look(name: string): Promise<LookResult>;
  /** Lists that are loaded, with their ids in SharePoint. */
  loaded(): { definition: ListDefinition<{ key: string }>; listId: string }[];
  /** Who is told of writes and readers from now on, and says how others' changes are seen. */
  observe(observer: ListObserver): void;
  /** Waits for looks that are under way. */
  stop(): Promise<void>;
  status(): { stale: boolean; asOf?: string; lists: ListStatus[] };
}

/** Milliseconds without an answer after which a look for changes counts as failed, though it is still being tried. */
const lateAfter = 10_000;

interface Kept {
  handle: ListHandle<{ key: string }>;
  mirror: Mirror<{ key: string }>;
  select: string;
  listId?: string;
  source?: ListSource;
  deltaLink?: string;
  asOf?: string;
  problem?: string;
  looking?: Promise<LookResult>;
  lookAgain?: Promise<LookResult>;
}

/** All lists of the site in memory, kept fresh by delta. */
export function createLists(settings: ListsSettings): Lists {
  const { graph, siteId, clock, log } = settings;
  const kept = new Map<string, Kept>();
  const etagForm: EtagForm = {};
  let observer: ListObserver | undefined;
  /** Error code while Microsoft 365 does not answer: then no list is known to be fresh, looked at or not. */
  let away: string | undefined;

  /** Where changes are told the list is true as of now; else as of the latest look. */
  const freshnessOf = (name: string, list: Kept): Freshness => {
    const stale = (list.problem ?? away) !== undefined;
    const isTold = !stale && list.source !== undefined && observer?.isCurrent(name) === true;
    return { asOf: isTold ? nowOf(clock) : (list.asOf ?? ''), stale };
  };

  const make = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const codec = codecOf(definition);
    const mirror = createMirror(definition, codec, etagForm);
    const loaded = (): Mirror<R> => {
      if (!entry.source) throw unavailable('sharepoint.loading', { list: definition.name });
      return mirror;
    };
    const source = (): ListSource => {
      if (!entry.source) throw unavailable('sharepoint.loading', { list: definition.name });
      return entry.source;
    };
    const handle: ListHandle<R> = {
      definition,
      get version() {
        return mirror.version;
      },
      all: () => loaded().all(),
      get: (key) => loaded().get(key),
      ...observedWrites(listWrites({ graph, definition, codec, mirror, source }), () =>
        observer?.wrote(definition.name),
      ),
      freshness: () => {
        observer?.read(definition.name);
        return freshnessOf(definition.name, entry);
      },
      setAside: () => mirror.setAside(),
    };
    // The table holds lists of all record types; each comes out again by its own definition only.
    const entry = { handle, mirror, select: codec.select } as unknown as Kept;
    kept.set(definition.name, entry);
    return handle;
  };

  const handle = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> =>
    (kept.get(definition.name)?.handle as unknown as ListHandle<R> | undefined) ?? make(definition);

  const loadOne = async (name: string, list: Kept, ids: ReadonlyMap<string, string>): Promise<void> => {
    const began = performance.now();
    const listId = idOf(ids, name);
    const source = { items: `/sites/${siteId}/lists/${listId}/items`, select: list.select };
    const asOf = nowOf(clock);
    list.deltaLink = await loadMirror(graph, source, list.mirror);
    Object.assign(list, { listId, source, asOf });
    const milliseconds = Math.round(performance.now() - began);
    log.info({ list: name, items: list.mirror.size, milliseconds }, 'list loaded');
  };

  const lookAt = async (name: string, list: Kept): Promise<LookResult> => {
    if (!list.source || list.deltaLink === undefined) return { news: 0, entries: 0 };
    const asOf = nowOf(clock);
    // Trying again takes minutes while Graph is away, and readers should know before that.
    const late = setTimeout(() => {
      list.problem ??= 'sharepoint.late';
      away ??= 'sharepoint.late';
    }, lateAfter);
    late.unref();
    try {
      const { deltaLink, ...found } = await followDelta(graph, list.source, list.mirror, list.deltaLink);
      Object.assign(list, { deltaLink, asOf });
      away = undefined;
      if (list.problem !== undefined) log.info({ list: name }, 'list is fresh again');
      delete list.problem;
      return found;
    } catch (failure) {
      const { kind, code, details } = asAppError(failure);
      const isAway = kind === 'unavailable';
      away = isAway ? code : undefined;
      if (list.problem === undefined || list.problem === 'sharepoint.late')
        log.warn({ list: name, code, ...details }, 'list cannot be refreshed');
      list.problem = code;
      return { problem: code, isAway };
    } finally {
      clearTimeout(late);
    }
  };

  const look = (name: string, list: Kept): Promise<LookResult> => {
    if (!list.looking) {
      list.looking = lookAt(name, list).finally(() => {
        delete list.looking;
      });
      return list.looking;
    }
    list.lookAgain ??= list.looking.then(() => {
      delete list.lookAgain;
      return look(name, list);
    });
    return list.lookAgain;
  };

  return {
    handle,
    refresh: async () => void (await Promise.all([...kept].map(([name, list]) => look(name, list)))),
    look: async (name) => {
      const list = kept.get(name);
      return list ? look(name, list) : { news: 0, entries: 0 };
    },
    loaded: () =>
      [...kept.values()].flatMap(({ handle: { definition }, listId }) =>
        listId === undefined ? [] : [{ definition, listId }],
      ),
    observe: (given) => {
      observer = given;
    },
    load: async (definitions) => {
      for (const definition of definitions) handle(definition);
      const missing = definitions.filter((definition) => !kept.get(definition.name)?.source);
      if (missing.length === 0) return;
      const ids = await listIds(graph, siteId);
      await Promise.all(
        missing.map(async ({ name }) => {
          const list = kept.get(name);
          if (list) await loadOne(name, list, ids);
        }),
      );
    },
    stop: async () => {
      const under = [...kept.values()].flatMap(({ looking, lookAgain }) => [looking ?? [], lookAgain ?? []].flat());
      await Promise.all(under);
    },
    status: () => {
      const lists = [...kept].map(([name, list]): ListStatus => ({
        list: name,
        items: list.mirror.size,
        version: list.mirror.version,
        setAside: list.mirror.setAside(),
        ...freshnessOf(name, list),
        ...(observer ? { seen: observer.seen(name) } : {}),
        ...problemOf(list.problem ?? away),
      }));
      const oldest = lists.map((list) => list.asOf).sort()[0];
      return { stale: lists.some((list) => list.stale), lists, ...(oldest ? { asOf: oldest } : {}) };
    },
  };
}

const problemOf = (problem: string | undefined) => (problem === undefined ? {} : { problem });
