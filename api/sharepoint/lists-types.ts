import type { Clock } from '../kernel/index.ts';
import type { ListDefinition } from './define-list.ts';
import type { Graph } from './graph.ts';
import type { Held } from './held.ts';
import type { Freshness, ListHandle, SetAside } from './list-handle.ts';
import type { ListObserver, Seen } from './list-observer.ts';
import type { MemoryCopy } from './memory-copy.ts';

export interface ListsSettings {
  graph: Graph;
  siteId: string;
  clock: Clock;
  /** Where it is read what was made, should ProvisionedLists itself be gone. */
  copy?: MemoryCopy;
  /** Libraries to look after beside the lists. */
  libraries?: readonly string[];
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
  /** Why nothing writes to it and nothing is made of it. */
  held?: Held;
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
  /** Why a list or library is held, if it is. Costs nothing. */
  held(name: string): Held | undefined;
  /** Looks whether the list or library is still there (2 units), and throws why it is held, if it is. */
  check(name: string): Promise<void>;
  /**
   * Takes lists out of use that are gone, and back in what has come back: 2 units every five minutes, and each time
   * while something is held. Never throws.
   */
  lookAround(): Promise<void>;
  /**
   * Writes down how many items each list holds, where that is a fourth more than what is remembered: what a later loss is
   * measured by. 2 units for each such list.
   */
  rememberCounts(): Promise<void>;
  /** `held`: lists and libraries that are not used, the libraries too. */
  status(): { stale: boolean; asOf?: string; lists: ListStatus[]; held: { list: string; held: Held }[] };
}
