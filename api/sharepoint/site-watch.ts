import { asAppError, unavailable } from '../kernel/index.ts';
import type { ListDefinition } from './define-list.ts';
import { columnsFor, listDrift, type Drift } from './drift.ts';
import type { Graph } from './graph.ts';
import { heldError, type Held } from './held.ts';
import type { Lane } from './list-handle.ts';
import type { MemoryCopy } from './memory-copy.ts';
import type { ProvisionedList } from './provisioned-list.ts';
import { lookAtSite, statusOf, type Remembered, type SiteList, type SiteLook } from './site-look.ts';

export interface WatchSettings {
  graph: Graph;
  siteId: string;
  log: Record<'info' | 'warn', (fields: Readonly<Record<string, unknown>>, message: string) => void>;
  /** The ProvisionedLists record of a list; `undefined` also while it is not loaded. */
  remembered(name: string): ProvisionedList | undefined;
  /** Read if ProvisionedLists is gone. */
  copy?: MemoryCopy | undefined;
}

/** Checks that the site's lists and libraries are still those the program knows. */
export interface SiteWatch {
  /** Starts watching a list, whose declared columns must be there, or a library. */
  add(name: string, definition?: ListDefinition<{ key: string }>): void;
  /**
   * Checks the whole site, 2 resource units. Concurrent calls share the look that begins after the present one, which
   * may have read the site before what the callers found. Throws AppError unavailable.
   */
  look(lane?: Lane): Promise<void>;
  /** Re-evaluates the latest look with the present memory. */
  judge(): Promise<void>;
  /** The list's id, by the latest look. `undefined` while it is held, or if it never existed. */
  idOf(name: string): string | undefined;
  held(name: string): Held | undefined;
  /** How the lists that are there differ from their declarations, by the latest look; of one list, if named. */
  drift(name?: string): readonly Drift[];
  /**
   * Whether a loaded list is to be read again, as no delta tells of it: a column has its own type back, or all are
   * there of a list that lacked some. True once.
   */
  isBack(name: string, lacksColumns: boolean): boolean;
  /** Whether the latest look found that the site was deleted. */
  isGone(): boolean;
  /** A failure suggests that the list is gone; makes the next `isDue` true. */
  suspect(name: string): void;
  /** After such a failure: looks, and throws why the list is held, if it is, or that the site is gone. */
  check(name: string): Promise<void>;
  /** Whether a look is due: every five minutes, and always while a list is suspected or held. */
  isDue(): boolean;
}

const isRetyped = ({ problem }: Drift): boolean => problem === 'wrongType';
const nameOfDrift = ({ column, problem }: Drift): string => `${column} ${problem}`;

/** Milliseconds between two looks normally. */
const lookEvery = 5 * 60_000;

interface Watched {
  columns: readonly string[];
  definition?: ListDefinition<{ key: string }> | undefined;
  /** Absent before the first look. */
  drift?: readonly Drift[];
  isWhole?: boolean;
  isRetyped?: boolean;
  listId?: string | undefined;
  held?: Held | undefined;
}

export function createSiteWatch(settings: WatchSettings): SiteWatch {
  const { graph, siteId, log, copy } = settings;
  const watched = new Map<string, Watched>();
  const suspects = new Set<string>();
  let seen: SiteLook | undefined;
  let seenAt = -Infinity;
  let isGone = false;
  let looking: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let copied: ReadonlyMap<string, Remembered> | undefined;

  const known = (name: string, { listId }: Watched): Remembered | undefined =>
    settings.remembered(name) ?? copied?.get(name) ?? (listId === undefined ? undefined : { listId, columns: {} });

  const readCopy = async (): Promise<void> => {
    if (!copy || copied) return;
    copied = new Map((await copy.read())?.map((record) => [record.key, record]));
  };

  const judgeOne = (name: string, list: Watched, look: SiteLook): void => {
    const record = known(name, list);
    const status = record
      ? statusOf(name, record, look, list.columns)
      : { list: look.byName.get(name), held: undefined };
    const held = 'held' in status ? status.held : undefined;
    if (held && !list.held)
      log.warn({ list: name, code: heldError(name, held).code, ...held }, 'list held: it is not what it was');
    if (!held && list.held) log.info({ list: name }, 'list is back');
    list.held = held;
    const there = 'list' in status ? status.list : undefined;
    list.listId = there?.id ?? list.listId;
    list.isWhole = there?.columns !== undefined && list.columns.every((column) => column in (there.columns ?? {}));
    compare(list, there);
  };

  /** What differs is logged once: at the start by the start itself. */
  const compare = (list: Watched, there: SiteList | undefined): void => {
    const { definition, drift: before } = list;
    if (!definition) return;
    list.drift = there?.settings ? listDrift(definition, there.settings) : [];
    list.isRetyped ||= list.drift.some(isRetyped);
    const known = new Set(before?.map(nameOfDrift));
    for (const one of before ? list.drift : [])
      if (!known.has(nameOfDrift(one))) log.warn({ ...one, code: 'drift' }, 'a list differs from its declaration');
  };

  const watch: SiteWatch = {
    add: (name, definition) => {
      const columns = definition ? columnsFor(definition).map((column) => column.name) : [];
      watched.set(name, { ...watched.get(name), columns, definition });
    },
    look: (lane = 'background') => {
      if (looking) {
        next ??= looking
          .catch(() => undefined)
          .then(() => {
            next = undefined;
            return watch.look(lane);
          });
        return next;
      }
      const asked = [...suspects];
      looking = (async () => {
        const look = await lookAtSite(graph, siteId, lane).catch((failure: unknown) => {
          isGone = asAppError(failure).code === 'sharepoint.siteGone';
          throw failure;
        });
        isGone = false;
        for (const name of asked) suspects.delete(name);
        seen = look;
        seenAt = performance.now();
        await watch.judge();
      })().finally(() => (looking = undefined));
      return looking;
    },
    judge: async () => {
      const look = seen;
      if (!look) return;
      if ([...watched].some(([name, list]) => !look.byName.has(name) && !settings.remembered(name) && !list.listId))
        await readCopy();
      for (const [name, list] of watched) judgeOne(name, list, look);
    },
    idOf: (name) => {
      const list = watched.get(name);
      return list?.held ? undefined : list?.listId;
    },
    held: (name) => watched.get(name)?.held,
    drift: (name) => [...watched].flatMap(([one, { drift = [] }]) => (name === undefined || name === one ? drift : [])),
    isBack: (name, lacksColumns) => {
      const list = watched.get(name);
      const wasRetyped = list?.isRetyped === true;
      if (!list || list.drift?.some(isRetyped)) return false;
      list.isRetyped = false;
      return wasRetyped || (lacksColumns && list.isWhole === true);
    },
    isGone: () => isGone,
    suspect: (name) => void suspects.add(name),
    check: async (name) => {
      suspects.add(name);
      await watch.look('interactive').catch((failure: unknown) => {
        log.warn({ list: name, code: asAppError(failure).code }, 'site not looked at');
      });
      const held = watch.held(name);
      if (held) throw heldError(name, held);
      if (isGone) throw unavailable('sharepoint.siteGone');
    },
    isDue: () =>
      suspects.size > 0 ||
      [...watched.values()].some(({ held }) => held !== undefined) ||
      performance.now() - seenAt >= lookEvery,
  };
  return watch;
}
