import type { ItemData, ListDefinition, Stored } from './define-list.ts';
import type { Held } from './held.ts';
import type { WrongField } from './wrong-field.ts';

/**
 * Which lane of the unit budget pays. `interactive`: a person waits. `background`: sync, campaigns, audit. The
 * background lane gives way when units run short.
 */
export type Lane = 'interactive' | 'background';

/** How old what one reads is. `stale` is true while Graph cannot be reached or the last delta failed. */
export interface Freshness {
  asOf: string;
  stale: boolean;
}

/** A list item that does not parse: set aside, reported on the health page, never stops the rest. */
export interface SetAside {
  list: string;
  itemId: string;
  key?: string;
  /** One readable line a problem, for logs. */
  problems: string[];
  /** The same, for whoever shows it to a person. */
  fields?: readonly WrongField[];
  /** The fields as they stand in SharePoint, by internal name: for what can still be told from them. */
  given?: Readonly<Record<string, unknown>>;
}

/**
 * Whether an item with this key is there that does not parse. What is set aside is told on the health page, by name: a
 * job that would make it leaves it, goes on with the others, and has not failed.
 */
export const isSetAside = <R extends { key: string }>(list: Pick<ListHandle<R>, 'setAside'>, wanted: string): boolean =>
  list.setAside().some(({ key }) => key === wanted);

/** What happened to one item: without `before` it is new, without `after` it is gone, or set aside. */
export interface ListChange<R> {
  before?: Stored<R>;
  after?: Stored<R>;
}

/**
 * One list as its feature sees it. Reads are from the mirror (no Graph call); writes go to Graph first and their answer
 * updates the mirror.
 */
export interface ListHandle<R extends { key: string }> {
  readonly definition: ListDefinition<R>;
  /** Grows with every change to what `all` gives. */
  readonly version: number;
  all(): readonly Stored<R>[];
  /**
   * What has happened since a version, oldest first; undefined when that is not known any more (or was never followed),
   * and all is to be read anew. For an index that goes on from where it was: a change costs what it changes, however long
   * the list is.
   */
  changesSince(version: number): readonly ListChange<R>[] | undefined;
  get(key: string): Stored<R> | undefined;
  /**
   * Creates the record, or finds the one that already has its key (a repeat after a crash or a 504 is a success, and
   * `existed` tells). 2 resource units. Throws AppError: invalid, unavailable, conflict `sharepoint.itemSetAside` when the
   * one that has its key does not parse (`isSetAside`), and `sharepoint.keyTaken` when its key differs by case.
   */
  create(record: R, lane?: Lane): Promise<{ record: Stored<R>; existed: boolean }>;
  /**
   * Changes a record with `If-Match`. `change` gets the newest copy and returns the fields to write, or `undefined` to
   * leave it. When somebody else was first (412/409) the item is re-read and `change` is asked again, so it must decide
   * from what it is given. A field given as `undefined` is cleared. 2 resource units, +1 for each re-read.
   * Throws AppError: missing, conflict (after 8 rounds), invalid, unavailable; and what `change` throws.
   */
  update(
    key: string,
    change: (current: Stored<R>) => Partial<Omit<R, 'key'>> | undefined,
    lane?: Lane,
  ): Promise<Stored<R>>;
  /** Re-reads the item from Graph, for a decision others race for. 1 resource unit. */
  fresh(key: string, lane?: Lane): Promise<Stored<R> | undefined>;
  /** Deletes (recycle bin); already gone is a success. 2 resource units. */
  remove(key: string, lane?: Lane): Promise<void>;
  /** Why the list is not used for now: what reads or writes it throws AppError unavailable, but for `readAsKnown`. */
  held(): Held | undefined;
  /**
   * Deletes an item (`If-Match`) only while it is as it was with this etag; whether it is gone, by us or by others. An item
   * that was changed since stays. 2 resource units, 1 more for each re-read. Throws AppError as `remove`.
   */
  removeUnchanged(item: Pick<ItemData, 'id' | 'etag'>, lane?: Lane): Promise<boolean>;
  freshness(): Freshness;
  setAside(): readonly SetAside[];
}
