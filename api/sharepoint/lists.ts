import { asAppError, nowOf, unavailable, type Clock } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import type { ListDefinition } from './define-list.ts';
import type { Graph } from './graph.ts';
import { idOf, listIds } from './list-address.ts';
import type { Freshness, ListHandle, SetAside } from './list-handle.ts';
import { listWrites } from './list-writes.ts';
import { followDelta, loadMirror, type ListSource } from './mirror-sync.ts';
import { createMirror, type EtagForm, type Mirror } from './mirror.ts';

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
}

export interface Lists {
  /** The one handle of a list; asking twice gives the same. Reading before `load` throws unavailable `sharepoint.loading`. */
  handle<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R>;
  /**
   * Loads lists into memory; already loaded ones are left. 4 units and 2 more for each 5,000 items. Throws AppError:
   * unavailable, unexpected (`sharepoint.listMissing`, `sharepoint.noAccess`).
   */
  load(definitions: readonly ListDefinition<{ key: string }>[]): Promise<void>;
  /**
   * Takes what has changed in every list (1 unit each). One run at a time: who asks meanwhile waits for a run that
   * begins after the question. Never throws: a list that cannot be reached is marked stale and goes on being read.
   */
  refresh(): Promise<void>;
  /** Refreshes again and again, with so many seconds between. */
  start(everySeconds: number): void;
  stop(): Promise<void>;
  status(): { stale: boolean; asOf?: string; lists: ListStatus[] };
}

/** Milliseconds without an answer after which a look for changes counts as failed, though it is still being tried. */
const lateAfter = 10_000;

interface Kept {
  handle: ListHandle<{ key: string }>;
  mirror: Mirror<{ key: string }>;
  select: string;
  source?: ListSource;
  deltaLink?: string;
  asOf?: string;
  problem?: string;
}

/** All lists of the site in memory, kept fresh by delta. */
export function createLists(settings: ListsSettings): Lists {
  const { graph, siteId, clock, log } = settings;
  const kept = new Map<string, Kept>();
  const etagForm: EtagForm = {};
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;

  const freshnessOf = (list: Kept): Freshness => ({ asOf: list.asOf ?? '', stale: list.problem !== undefined });

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
      ...listWrites({ graph, definition, codec, mirror, source }),
      freshness: () => freshnessOf(entry),
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
    const source = { items: `/sites/${siteId}/lists/${idOf(ids, name)}/items`, select: list.select };
    const asOf = nowOf(clock);
    list.deltaLink = await loadMirror(graph, source, list.mirror);
    Object.assign(list, { source, asOf });
    const milliseconds = Math.round(performance.now() - began);
    log.info({ list: name, items: list.mirror.size, milliseconds }, 'list loaded');
  };

  const refreshOne = async (name: string, list: Kept): Promise<void> => {
    if (!list.source || list.deltaLink === undefined) return;
    const asOf = nowOf(clock);
    // Trying again takes minutes while Graph is away, and readers should know before that.
    const late = setTimeout(() => {
      list.problem ??= 'sharepoint.late';
    }, lateAfter);
    late.unref();
    try {
      list.deltaLink = await followDelta(graph, list.source, list.mirror, list.deltaLink);
      list.asOf = asOf;
      if (list.problem !== undefined) log.info({ list: name }, 'list is fresh again');
      delete list.problem;
    } catch (failure) {
      const { code, details } = asAppError(failure);
      if (list.problem === undefined || list.problem === 'sharepoint.late')
        log.warn({ list: name, code, ...details }, 'list cannot be refreshed');
      list.problem = code;
    } finally {
      clearTimeout(late);
    }
  };

  const refreshAll = async (): Promise<void> => {
    await Promise.all([...kept].map(([name, list]) => refreshOne(name, list)));
  };

  const refresh = (): Promise<void> => {
    if (!running) {
      running = refreshAll().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running.then(() => {
      next = undefined;
      return refresh();
    });
    return next;
  };

  const poll = (everySeconds: number) => {
    timer = setTimeout(() => {
      void refresh().then(() => {
        if (started) poll(everySeconds);
      });
    }, everySeconds * 1_000);
    timer.unref();
  };

  return {
    handle,
    refresh,
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
    start: (everySeconds) => {
      if (started) return;
      started = true;
      poll(everySeconds);
    },
    stop: async () => {
      started = false;
      clearTimeout(timer);
      await running;
    },
    status: () => {
      const lists = [...kept].map(([name, list]): ListStatus => ({
        list: name,
        items: list.mirror.size,
        version: list.mirror.version,
        setAside: list.mirror.setAside(),
        ...freshnessOf(list),
        ...(list.problem === undefined ? {} : { problem: list.problem }),
      }));
      const oldest = lists.map((list) => list.asOf).sort()[0];
      return { stale: lists.some((list) => list.stale), lists, ...(oldest ? { asOf: oldest } : {}) };
    },
  };
}
