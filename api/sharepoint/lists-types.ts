import type { Clock } from '../kernel/index.ts';
import type { GraphFields } from './codec.ts';
import type { ItemData, ListDefinition } from './define-list.ts';
import type { Drift } from './drift.ts';
import type { Graph } from './graph.ts';
import type { Held } from './held.ts';
import type { Freshness, ListHandle, SetAside } from './list-handle.ts';
import type { ListObserver, Seen } from './list-observer.ts';
import type { MemoryCopy } from './memory-copy.ts';

export interface ListsSettings {
  graph: Graph;
  siteId: string;
  clock: Clock;
  /** Source of the memory when ProvisionedLists itself is gone. */
  copy?: MemoryCopy;
  /** Called after each write; the write's caller goes on when it resolves. Must not throw. */
  tell?(write: ListWrite): Promise<void>;
  /** Libraries to watch beside the lists. */
  libraries?: readonly string[];
  log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

/** A write of this program, for mirrors elsewhere: the item as it is stored, or the id of one that is gone. */
export type ListWrite =
  | {
      list: string;
      /** Internal names that `fields` were made from: a program of another version has other ones. */
      columns: string;
      item: ItemData & { fields: GraphFields };
      gone?: never;
    }
  | { list: string; gone: string; item?: never };

/** For the health page. `problem` is the error code of the latest failed refresh, or of a write that it refuses. */
export interface ListStatus extends Freshness {
  list: string;
  items: number;
  version: number;
  setAside: readonly SetAside[];
  problem?: string;
  /** How changes by others are detected; absent when the list is not watched. */
  seen?: Seen;
  /** Why it is neither written to nor derived from. */
  held?: Held;
}

/** Result of one look: `news` are others' changes, `entries` all entries of the delta. */
export type LookResult = { news: number; entries: number } | { problem: string; isAway: boolean };

export interface Lists {
  /** The one handle of a list; repeated calls give the same. Throws unavailable `sharepoint.loading` before `load`. */
  handle<R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R>;
  /**
   * Loads lists into memory; skips loaded ones. 4 units and 2 more for each 5,000 items. Throws AppError: unavailable,
   * unexpected (`sharepoint.listMissing`, `sharepoint.noAccess`).
   */
  load(definitions: readonly ListDefinition<{ key: string }>[]): Promise<void>;
  /**
   * Reads the changes of every list (1 unit each). One look per list at a time: a call during a look waits for one that
   * begins later. Never throws: an unreachable list is marked stale and stays readable.
   */
  refresh(): Promise<void>;
  /** Reads the changes of one list (1 unit). Never throws; a call during a look waits for one that begins later. */
  look(name: string): Promise<LookResult>;
  /** Takes another instance's write into the mirror. Items that are known or older change nothing. */
  take(write: ListWrite): void;
  /** Loaded lists with their ids in SharePoint. */
  loaded(): { definition: ListDefinition<{ key: string }>; listId: string }[];
  /** Sets the observer of reads and writes, which also reports how changes are seen. */
  observe(observer: ListObserver): void;
  /** Waits for running looks. */
  stop(): Promise<void>;
  /** The id of a list or library, by the latest look at the site; undefined before, and while it is held. */
  idOf(name: string): string | undefined;
  /** Why a list or library is held, if it is. No Graph call. */
  held(name: string): Held | undefined;
  /** Checks that the list or library still exists (2 units); throws why it is held, if it is. */
  check(name: string): Promise<void>;
  /**
   * Holds lists that are gone and releases those restored: 2 units every five minutes, and at every call while a list
   * is held. Never throws.
   */
  lookAround(): Promise<void>;
  /**
   * Saves each list's item count when it exceeds the remembered one by a fourth: the base for detecting losses. 2 units
   * for each such list.
   */
  rememberCounts(): Promise<void>;
  /** How lists that are there differ from their declarations, by the latest look at the site; of one, if named. */
  drift(name?: string): readonly Drift[];
  /** `held`: lists and libraries not in use. */
  status(): { stale: boolean; asOf?: string; lists: ListStatus[]; held: { list: string; held: Held }[] };
}
