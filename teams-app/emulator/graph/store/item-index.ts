import type { Answers } from '../../../questions/index.ts';
import type { Database } from '../../database.ts';
import { UniqueClash } from '../errors.ts';
import type { Column, Item, List } from './column-types.ts';

const schema = `CREATE TABLE IF NOT EXISTS item_index (list INTEGER, column TEXT, value, item INTEGER,
    PRIMARY KEY (list, column, value, item)) WITHOUT ROWID;`;

export type IndexValue = string | number;

/** Values of indexed columns, case-insensitive as in SharePoint. */
export interface ItemIndex {
  /** Updates the index to `item`. Throws 400 when a unique value is taken. */
  put(list: List, item: Item, before?: Item): void;
  drop(list: List, item: Item): void;
  /** Builds or removes a column's index. Throws 400 when values are not unique. */
  rebuild(list: List, column: Column, items: Iterable<Item>): void;
  forget(list: List): void;
  /** Item ids in id order whose value compares so, at most `limit`. */
  find(list: List, column: Column, operator: IndexOperator, value: IndexValue, limit: number): number[];
}
export type IndexOperator = 'eq' | 'lt' | 'le' | 'gt' | 'ge' | 'startswith';

const conditions: Record<IndexOperator, string> = {
  eq: 'value = ?',
  lt: 'value < ?',
  le: 'value <= ?',
  gt: 'value > ?',
  ge: 'value >= ?',
  startswith: 'substr(value, 1, length(?4)) = ?4 AND value >= ?4',
};

/** A column's value for comparison; undefined when empty. */
export function comparable(column: Column, item: Item): IndexValue | undefined {
  return comparableValue(rawValue(column, item));
}
export function comparableValue(value: unknown): IndexValue | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : undefined;
}
function rawValue(column: Column, item: Item): unknown {
  switch (column.name) {
    case 'ID':
      return item.id;
    case 'Created':
      return item.created;
    case 'Modified':
      return item.modified;
    default:
      return item.fields[column.name];
  }
}

/** What tenants take as the same unique value. */
export type KeyRules = Pick<Answers, 'key.case' | 'key.space' | 'key.empty'>;

export function createItemIndex(db: Database, tenant: () => KeyRules): ItemIndex {
  db.raw.exec(schema);
  const textStored = (list: List, column: Column, item: number): unknown =>
    db.one('SELECT fields ->> ? AS text FROM items WHERE list = ? AND id = ?', `$."${column.name}"`, list.number, item)
      ?.text;
  /** Whether another item has the unique value, by the tenant's rules. */
  const isTaken = (list: List, column: Column, value: IndexValue, item: Item): boolean => {
    const rules = tenant();
    const same = rules['key.space'] === 'clash' ? 'rtrim(value) = rtrim(?)' : 'value = ?';
    const others = db.all(
      `SELECT item FROM item_index WHERE list = ? AND column = ? AND ${same} AND item <> ?`,
      ...[list.number, column.name, value, item.id],
    );
    if (rules['key.case'] === 'clash') return others.length > 0;
    return others.some((other) => textStored(list, column, Number(other.item)) === item.fields[column.name]);
  };
  const isEmptyTaken = (list: List, column: Column, item: Item): boolean =>
    column.enforceUniqueValues &&
    tenant()['key.empty'] === 'clash' &&
    db.one(
      'SELECT id FROM items WHERE list = ? AND deleted = 0 AND id <> ? AND fields ->> ? IS NULL LIMIT 1',
      ...[list.number, item.id, `$."${column.name}"`],
    ) !== undefined;
  const add = (list: List, column: Column, value: IndexValue, item: Item) => {
    if (column.enforceUniqueValues && isTaken(list, column, value, item)) throw new UniqueClash();
    db.run('INSERT OR IGNORE INTO item_index VALUES (?, ?, ?, ?)', list.number, column.name, value, item.id);
  };
  const remove = (list: List, column: Column, value: IndexValue, item: number) =>
    db.run(
      'DELETE FROM item_index WHERE list = ? AND column = ? AND value = ? AND item = ?',
      ...[list.number, column.name, value, item],
    );
  const indexed = (list: List) => list.columns.filter((column) => column.indexed);
  return {
    put(list, item, before) {
      for (const column of indexed(list)) {
        const value = comparable(column, item);
        const old = before && comparable(column, before);
        if (value === undefined && isEmptyTaken(list, column, item)) throw new UniqueClash();
        if (value === old) continue;
        if (old !== undefined) remove(list, column, old, item.id);
        if (value !== undefined) add(list, column, value, item);
      }
    },
    drop(list, item) {
      for (const column of indexed(list)) {
        const value = comparable(column, item);
        if (value !== undefined) remove(list, column, value, item.id);
      }
    },
    rebuild(list, column, items) {
      db.run('DELETE FROM item_index WHERE list = ? AND column = ?', list.number, column.name);
      if (!column.indexed) return;
      for (const item of items) {
        const value = comparable(column, item);
        if (value !== undefined) add(list, column, value, item);
      }
    },
    forget(list) {
      for (const table of ['item_index', 'items', 'item_versions']) {
        db.run(`DELETE FROM ${table} WHERE list = ?`, list.number);
      }
    },
    find: (list, column, operator, value, limit) =>
      db
        .all(
          `SELECT item FROM item_index WHERE list = ?1 AND column = ?2 AND ${conditions[operator].replace(/\?(?!\d)/, '?4')}
            ORDER BY item LIMIT ?3`,
          ...[list.number, column.name, limit, value],
        )
        .map((row) => Number(row.item)),
  };
}
