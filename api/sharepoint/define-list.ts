import type { Column } from './columns.ts';

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
 * One list: its SharePoint columns, its record type, its codec and its documentation. Provisioning, drift check, mirror
 * and `docs/lists.md` all come from here. Column `title` is SharePoint's own `Title`; others are created with their
 * property name with a capital first letter (`centreId` → `CentreId`), which is the internal name.
 */
export interface ListDefinition<R extends { key: string }> {
  readonly name: string;
  readonly describe: string;
  readonly columns: Columns;
  /**
   * Who changes it besides this program: `people` may edit it by hand in SharePoint; of a list that only the
   * `program` writes changes by hand are no business of anybody's, and it is looked at least often.
   */
  readonly editedBy: EditedBy;
  /**
   * Without one of its items something would be done a second time (a card, a reminder, an installation), so that one that
   * somebody deleted holds the whole list, as a deleted list does, until it is back.
   */
  readonly everyItemCounts?: boolean;
  /** Only a carrier of the type. */
  readonly record?: R;
}
export type EditedBy = 'people' | 'program';
/** The record type of a list definition. */
export type RecordIn<D> = D extends ListDefinition<infer R> ? R : never;

/** What SharePoint keeps beside the fields; `etag` with its embedded quotes, as `If-Match` wants it. */
export interface ItemData {
  readonly id: string;
  readonly etag: string;
  /** Only a delta has told the etag, in a form that `If-Match` may not take: the item is read before it is changed. */
  readonly etagFrom?: 'delta';
  readonly modified: string;
}
/** A record as SharePoint holds it. */
export type Stored<R> = R & { readonly item: ItemData };

export function defineList<const C extends Record<string, Column<unknown>>>(
  name: string,
  definition: { describe: string; columns: C; editedBy?: EditedBy; everyItemCounts?: boolean },
): ListDefinition<RecordOf<C>> {
  return { name, editedBy: 'people', ...definition };
}

/** `CentreId` → `Centre id`: what people see above the column in SharePoint. */
export const columnTitle = (internal: string): string =>
  internal.charAt(0) + internal.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The SharePoint internal name of a record's field: its own, unless the column is named otherwise. */
export const internalName = (field: string, { name }: Pick<Column<unknown>, 'name'>): string =>
  name ?? field.charAt(0).toUpperCase() + field.slice(1);
