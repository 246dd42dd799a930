import type { ItemData, ListDefinition, Stored } from './define-list.ts';
import type { Held } from './held.ts';
import type { WrongField } from './wrong-field.ts';

/**
 * Lane of the unit budget. `interactive`: a person waits. `background`: sync, campaigns, audit; yields when units run
 * short.
 */
export type Lane = 'interactive' | 'background';

/** Age of the data read. `stale` is true while Graph cannot be reached or the last delta failed. */
export interface Freshness {
  asOf: string;
  stale: boolean;
}

/** A list item that does not parse: set aside, reported on the health page, skipped. */
export interface SetAside {
  list: string;
  itemId: string;
  key?: string;
  /** One readable line a problem, for logs. */
  problems: string[];
  /** The same, for display. */
  fields?: readonly WrongField[];
  /** The raw fields from SharePoint, by internal name, for partial use. */
  given?: Readonly<Record<string, unknown>>;
}

/**
 * Whether an item with this key exists but does not parse. The health page names it; a job that would create it skips
 * it, continues, and does not fail.
 */
export const isSetAside = <R extends { key: string }>(list: Pick<ListHandle<R>, 'setAside'>, wanted: string): boolean =>
  list.setAside().some(({ key }) => key === wanted);

/** Whether an item has this key, read or set aside: it cannot be created again. */
export const isTaken = <R extends { key: string }>(list: Pick<ListHandle<R>, 'get' | 'setAside'>, key: string) =>
  list.get(key) !== undefined || isSetAside(list, key);

/**
 * The first number from `from` whose key no item has. An item whose other fields were edited by hand, or that is set
 * aside, still has its key: it cannot be created again.
 */
export function firstFree<R extends { key: string }>(
  list: Pick<ListHandle<R>, 'get' | 'setAside'>,
  keyOf: (number: number) => string,
  from: number,
): number {
  let number = from;
  while (isTaken(list, keyOf(number))) number += 1;
  return number;
}

/** Above it a number was typed by hand: one near the largest of a list would leave none for the next. */
const mostCounted = 1_000_000;

/** The first free number after those given; one that was typed by hand beyond any count is not followed. */
export const nextFree = <R extends { key: string }>(
  list: Pick<ListHandle<R>, 'get' | 'setAside'>,
  keyOf: (number: number) => string,
  numbers: readonly number[],
): number => firstFree(list, keyOf, Math.max(0, ...numbers.filter((number) => number < mostCounted)) + 1);

/** Change of one item: without `before` it is new, without `after` it is deleted or set aside. */
export interface ListChange<R> {
  before?: Stored<R>;
  after?: Stored<R>;
}

/**
 * One list as a feature uses it. Reads use the mirror (no Graph call); writes go to Graph first and their answer
 * updates the mirror.
 */
export interface ListHandle<R extends { key: string }> {
  readonly definition: ListDefinition<R>;
  /** Increases with every change to `all`. */
  readonly version: number;
  all(): readonly Stored<R>[];
  /**
   * Changes since a version, oldest first; undefined when they are no longer recorded (or were never followed), and all
   * must be re-read. For incremental indexes: cost depends on the changes, not on the list's length.
   */
  changesSince(version: number): readonly ListChange<R>[] | undefined;
  get(key: string): Stored<R> | undefined;
  /**
   * Creates the record, or finds the one with its key (a repeat after a crash or a 504 is a success; `existed` tells).
   * 2 resource units. Throws AppError: invalid, unavailable, conflict `sharepoint.itemSetAside` when the existing item
   * does not parse (`isSetAside`), and `sharepoint.keyTaken` when its key differs by case.
   */
  create(record: R, lane?: Lane): Promise<{ record: Stored<R>; existed: boolean }>;
  /**
   * Changes a record with `If-Match`. `change` gets the newest copy and returns the fields to write, or `undefined` to
   * leave it. On a conflict (412/409) the item is re-read and `change` runs again, so it must decide from its argument.
   * A field given as `undefined` is cleared. 2 resource units, +1 for each re-read. Throws AppError: missing, conflict
   * (after 8 rounds), invalid, unavailable; and what `change` throws. `beforeWrite` is waited for before each attempt.
   */
  update(
    key: string,
    change: (current: Stored<R>) => Partial<Omit<R, 'key'>> | undefined,
    lane?: Lane,
    beforeWrite?: (current: Stored<R>, changes: Partial<Omit<R, 'key'>>) => Promise<void>,
  ): Promise<Stored<R>>;
  /** Re-reads the item from Graph, for decisions subject to races. 1 resource unit. */
  fresh(key: string, lane?: Lane): Promise<Stored<R> | undefined>;
  /** Deletes (recycle bin); a repeat is a success. 2 resource units. */
  remove(key: string, lane?: Lane): Promise<void>;
  /** Why the list is held: reads and writes throw AppError unavailable, except in `readAsKnown`. */
  held(): Held | undefined;
  /**
   * Deletes an item (`If-Match`) only if it still has this etag; returns whether it is gone, whoever deleted it. A
   * changed item stays. 2 resource units, 1 more for each re-read. Throws AppError as `remove`.
   */
  removeUnchanged(item: Pick<ItemData, 'id' | 'etag'>, lane?: Lane): Promise<boolean>;
  freshness(): Freshness;
  setAside(): readonly SetAside[];
}
