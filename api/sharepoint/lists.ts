import { nowOf } from '../kernel/index.ts';
import { codecOf } from './codec.ts';
import type { ListDefinition } from './define-list.ts';
import { heldHandle } from './held-handle.ts';
import { heldIn, problemIn, type Held } from './held.ts';
import type { Freshness, ListHandle } from './list-handle.ts';
import { createRefusals } from './list-refusals.ts';
import { listLooks, type ListInMemory } from './list-looks.ts';
import { createLosses } from './list-losses.ts';
import type { ListObserver } from './list-observer.ts';
import type { Lists, ListsSettings, ListStatus } from './lists-types.ts';
import { createMirror, type EtagForm } from './mirror.ts';
import { ProvisionedLists } from './provisioned-list.ts';
import { takeWrite } from './take-write.ts';
import { createSiteWatch } from './site-watch.ts';

/** The site's lists in memory, kept fresh by delta. */
export function createLists(settings: ListsSettings): Lists {
  const { graph, siteId, clock, log } = settings;
  const known = new Map<string, ListInMemory>();
  const etagForm: EtagForm = {};
  let observer: ListObserver | undefined;

  let memory: ListInMemory | undefined;
  const memoryHandle = () => handle(ProvisionedLists);
  const losses = createLosses(() => {
    memory ??= known.get(ProvisionedLists.name);
    return memory?.source ? { mirror: memory.mirror, handle: memoryHandle } : undefined;
  });
  const { remembered, emptied } = losses;
  const site = createSiteWatch({ graph, siteId, log, remembered, copy: settings.copy });
  const refusals = createRefusals(site.drift);
  const { away, loadOne, look, lookAround } = listLooks({ settings, known, site, emptied });
  const heldOf = (list: ListInMemory): Held | undefined => site.held(list.name) ?? list.held ?? emptied(list);

  /** With notifications the list is current now; else as of the latest look. */
  const freshnessOf = (name: string, list: ListInMemory): Freshness => {
    const stale = (list.problem ?? away()) !== undefined || heldOf(list) !== undefined;
    const isTold = !stale && list.source !== undefined && observer?.isCurrent(name) === true;
    return { asOf: isTold ? nowOf(clock) : (list.asOf ?? ''), stale };
  };

  const make = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const codec = codecOf(definition);
    const mirror = createMirror(definition, codec, etagForm);
    const { name } = definition;
    const handle = heldHandle({
      graph,
      definition,
      codec,
      mirror,
      source: () => entry.source,
      held: () => heldOf(entry),
      check: () => site.check(name),
      explained: (write) => refusals.explained(name, write),
      giveUpOne: (lane, removal) => losses.giveUpOne(entry, lane, removal),
      tell: settings.tell,
      wrote: () => {
        // Counts new items at once, in case of a deletion before the next look.
        entry.most = Math.max(entry.most, mirror.count);
        refusals.taken(name);
        observer?.wrote(name);
      },
      freshness: () => {
        observer?.read(name);
        return freshnessOf(name, entry);
      },
    });
    // The map holds lists of all record types; each is read by its own definition only.
    const { everyItemCounts = false } = definition;
    const counts = { everyItemCounts, most: 0, removing: 0 };
    const entry = { name, handle, mirror, select: codec.select, ...counts } as unknown as ListInMemory;
    known.set(name, entry);
    return handle;
  };

  const handle = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> =>
    (known.get(definition.name)?.handle as unknown as ListHandle<R> | undefined) ?? make(definition);

  const status = (): ReturnType<Lists['status']> => {
    const lists = [...known].map(([name, list]): ListStatus => ({
      list: name,
      items: list.mirror.size,
      version: list.mirror.version,
      setAside: list.mirror.setAside(),
      ...freshnessOf(name, list),
      ...(observer ? { seen: observer.seen(name) } : {}),
      ...problemIn(list.problem ?? away() ?? refusals.of(name)),
      ...heldIn(heldOf(list)),
    }));
    const oldest = lists.map((list) => list.asOf).sort()[0];
    const libraries = (settings.libraries ?? []).map((list) => ({ list, ...heldIn(site.held(list)) }));
    const held = [...lists, ...libraries].flatMap((one) => (one.held ? [{ list: one.list, held: one.held }] : []));
    return { stale: lists.some((list) => list.stale), lists, held, ...(oldest ? { asOf: oldest } : {}) };
  };

  return {
    handle,
    lookAround,
    held: (name) => {
      const list = known.get(name);
      return list ? heldOf(list) : site.held(name);
    },
    idOf: site.idOf,
    check: (name) => site.check(name),
    drift: site.drift,
    rememberCounts: () => losses.rememberCounts([...known.values()].filter((list) => list.source && !heldOf(list))),
    refresh: async () => {
      await Promise.all([...known].map(([name, list]) => look(name, list)));
      await lookAround();
    },
    look: async (name) => {
      const list = known.get(name);
      return list ? look(name, list) : { news: 0, entries: 0 };
    },
    take: (write) => takeWrite(known.get(write.list), write, (list) => void look(list.name, list)),
    loaded: () =>
      [...known.values()].flatMap(({ name, handle: { definition }, listId = remembered(name)?.listId }) =>
        listId === undefined ? [] : [{ definition, listId }],
      ),
    observe: (given) => {
      observer = given;
    },
    load: async (definitions) => {
      for (const definition of definitions) {
        handle(definition);
        site.add(definition.name, definition);
      }
      for (const library of settings.libraries ?? []) site.add(library);
      const missing = definitions.filter(({ name }) => !known.get(name)?.source);
      if (missing.length === 0) return;
      await site.look();
      const load = async (name: string) => {
        const list = known.get(name);
        if (list) await loadOne(name, list);
      };
      const names = missing.map(({ name }) => name);
      // The memory is loaded first: it says which of the others to trust.
      if (names.includes(ProvisionedLists.name)) {
        await load(ProvisionedLists.name);
        await site.judge();
      }
      const others = names.filter((name) => name !== ProvisionedLists.name);
      // Waits for all, so that a retry never meets a list still being loaded.
      for (const loading of await Promise.allSettled(others.map(load)))
        if (loading.status === 'rejected') throw loading.reason;
    },
    stop: async () => {
      for (const { looking, lookAgain } of known.values()) await (lookAgain ?? looking);
    },
    status,
  };
}
