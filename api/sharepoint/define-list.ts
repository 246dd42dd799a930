import type { Column } from './columns.ts';
import type { WrongField } from './wrong-field.ts';

type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueOf<C> = C extends Column<infer Value> ? Value : never;
type OptionalNames<C> = { [Name in keyof C]: undefined extends ValueOf<C[Name]> ? Name : never }[keyof C];

type Simplify<T> = { [Name in keyof T]: T[Name] } & {};

/** The typed record of a list: `key` is its unique `Key` column; fields that may be absent are optional. */
export type RecordOf<C extends Record<string, Column<unknown>>> = Simplify<
  { key: string } & { [Name in Exclude<keyof C, OptionalNames<C>>]: ValueOf<C[Name]> } & {
    [Name in OptionalNames<C>]?: ValueOf<C[Name]>;
  }
>;

/**
 * One list: its SharePoint columns, record type, codec and documentation. Provisioning, drift check, mirror and
 * `docs/lists.md` derive from it. Column `title` is SharePoint's own `Title`; others are created with their property
 * name with a capital first letter (`centreId` → `CentreId`), which is the internal name.
 */
export interface ListDefinition<R extends { key: string }> {
  readonly name: string;
  readonly describe: string;
  readonly columns: Columns;
  /**
   * Who changes it besides this program: `people` may edit it by hand in SharePoint; a list that only the `program`
   * writes is polled least often.
   */
  readonly editedBy: EditedBy;
  /**
   * A missing item would repeat work (a card, a reminder, an installation), so one deleted item holds the whole list,
   * as a deleted list does, until it is restored.
   */
  readonly everyItemCounts?: boolean;
  /** What is wrong with a record whose fields read one by one: days in an order that cannot be. */
  check?(record: R): readonly WrongField[];
  /** Carries the type only. */
  readonly record?: R;
}
export type EditedBy = 'people' | 'program';
/** The record type of a list definition. */
export type RecordIn<D> = D extends ListDefinition<infer R> ? R : never;

/** SharePoint's data beside the fields; `etag` with its embedded quotes, as `If-Match` requires. */
export interface ItemData {
  readonly id: string;
  readonly etag: string;
  /** The etag is from a delta, in a form `If-Match` may refuse: the item is read before it is changed. */
  readonly etagFrom?: 'delta';
  readonly modified: string;
}
/** A record stored in SharePoint. */
export type Stored<R> = R & { readonly item: ItemData };

export function defineList<const C extends Record<string, Column<unknown>>>(
  name: string,
  definition: {
    describe: string;
    columns: C;
    editedBy?: EditedBy;
    everyItemCounts?: boolean;
    check?(record: RecordOf<C>): readonly WrongField[];
  },
): ListDefinition<RecordOf<C>> {
  return { name, editedBy: 'people', ...definition };
}

/** `CentreId` → `Centre id`, the column's title in SharePoint. */
export const columnTitle = (internal: string): string =>
  internal.charAt(0) + internal.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The SharePoint internal name of a record's field: its own, unless the column is named otherwise. */
export const internalName = (field: string, { name }: Pick<Column<unknown>, 'name'>): string =>
  name ?? field.charAt(0).toUpperCase() + field.slice(1);
