import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { textOf, type Bindable, type Database, type Row } from '../../database.ts';
import type { Item, List } from './column-types.ts';
import { createItemIndex, type ItemIndex, type KeyRules } from './item-index.ts';
import { withoutMilliseconds } from './lists-store.ts';

const schema = `CREATE TABLE IF NOT EXISTS items (list INTEGER, id INTEGER, guid TEXT, version INTEGER, created TEXT,
    modified TEXT, author TEXT, editor TEXT, fields TEXT, sequence INTEGER, changed_at INTEGER, deleted INTEGER,
    PRIMARY KEY (list, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS items_sequence ON items (list, sequence);
  CREATE TABLE IF NOT EXISTS item_versions (list INTEGER, id INTEGER, version INTEGER, modified TEXT, editor TEXT,
    fields TEXT, PRIMARY KEY (list, id, version)) WITHOUT ROWID;`;
/** Versions retained per item. */
const versionsKept = 50;

export interface ItemVersion {
  version: number;
  modified: string;
  editor: string;
  fields: Record<string, unknown>;
}

export interface ItemStore {
  /** Throws 400 when a unique value is taken. */
  insert(list: List, fields: Record<string, unknown>, app: string): Item;
  /** The next version of an item; `fields` replaces all. */
  update(list: List, item: Item, fields: Record<string, unknown>, app: string): Item;
  /** Into the recycle bin. */
  remove(list: List, item: Item): void;
  /** Deleted items in the recycle bin. */
  recycled(list: List): Item[];
  /** Restores it: the same id and fields. Throws 400 when a unique value has been taken. */
  restore(list: List, item: Item): void;
  get(list: List, id: number): Item | undefined;
  /** Living items with larger ids, in id order. */
  page(list: List, afterId: number, limit: number): Item[];
  count(list: List): number;
  /** The list's latest change number at least `lag` milliseconds old. */
  sequence(list: List, lag: number): number;
  /** Items changed after a number, deleted ones too, oldest change first, no younger than `lag` milliseconds. */
  changes(list: List, after: number, lag: number, limit: number): Item[];
  versions(list: List, item: Item): ItemVersion[];
  /** Changes stored values as a change of the list's settings does: no new version, and no delta tells of it. */
  rewrite(list: List, item: Item, fields: Record<string, unknown>): void;
  /** Removes a deleted column's values: item versions do not change. */
  dropField(list: List, name: string): void;
  /** Deletes all data of a deleted list. */
  forget(list: List): void;
  /** Drops counts of a failed transaction. */
  recount(list: List): void;
  /** Called after every change of a list's items. */
  onChange(work: (list: List) => void): void;
  readonly index: ItemIndex;
}

const toItem = (row: Row): Item => ({
  id: Number(row.id),
  guid: textOf(row.guid),
  version: Number(row.version),
  created: textOf(row.created),
  modified: textOf(row.modified),
  author: textOf(row.author),
  editor: textOf(row.editor),
  fields: JSON.parse(textOf(row.fields)) as Record<string, unknown>,
  sequence: Number(row.sequence),
  deleted: row.deleted === 1,
});

export function createItemStore(db: Database, clock: Clock, tenant: () => KeyRules): ItemStore {
  db.raw.exec(schema);
  const index = createItemIndex(db, tenant);
  const watchers: ((list: List) => void)[] = [];
  const changed = (list: List) => watchers.forEach((work) => work(list));
  const counters = new Map<number, { id: number; sequence: number; living: number }>();
  const counter = (list: List) => {
    const known = counters.get(list.number);
    if (known) return known;
    const row = db.one(
      'SELECT max(id) AS id, max(sequence) AS sequence, sum(1 - deleted) AS living FROM items WHERE list = ?',
      list.number,
    );
    const fresh = { id: Number(row?.id ?? 0), sequence: Number(row?.sequence ?? 0), living: Number(row?.living ?? 0) };
    counters.set(list.number, fresh);
    return fresh;
  };
  const write = (list: List, item: Item) =>
    db.run(
      'INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[list.number, item.id, item.guid, item.version, item.created, item.modified, item.author, item.editor],
      ...[JSON.stringify(item.fields), item.sequence, Date.now(), item.deleted ? 1 : 0],
    );
  const rows = (sql: string, ...values: Bindable[]) => db.all(sql, ...values).map(toItem);
  const next = (list: List, item: Item): Item => ({
    ...item,
    version: item.version + 1,
    modified: withoutMilliseconds(clock.now()),
    sequence: counter(list).sequence + 1,
  });

  return {
    index,
    onChange: (work) => void watchers.push(work),
    insert(list, fields, app) {
      const count = counter(list);
      const now = withoutMilliseconds(clock.now());
      const item: Item = {
        id: count.id + 1,
        guid: randomUUID(),
        version: 1,
        created: now,
        modified: now,
        author: app,
        editor: app,
        fields,
        sequence: count.sequence + 1,
        deleted: false,
      };
      db.transaction(() => {
        index.put(list, item);
        write(list, item);
      });
      count.id += 1;
      count.sequence += 1;
      count.living += 1;
      changed(list);
      return item;
    },
    update(list, before, fields, app) {
      const item = { ...next(list, before), fields, editor: app };
      db.transaction(() => {
        index.put(list, item, before);
        db.run(
          'INSERT OR REPLACE INTO item_versions VALUES (?, ?, ?, ?, ?, ?)',
          ...[list.number, before.id, before.version, before.modified, before.editor, JSON.stringify(before.fields)],
        );
        db.run(
          'DELETE FROM item_versions WHERE list = ? AND id = ? AND version <= ?',
          ...[list.number, before.id, before.version - versionsKept],
        );
        write(list, item);
      });
      counter(list).sequence = item.sequence;
      changed(list);
      return item;
    },
    remove(list, before) {
      const item = { ...next(list, before), deleted: true };
      db.transaction(() => {
        index.drop(list, before);
        write(list, item);
      });
      const count = counter(list);
      count.sequence = item.sequence;
      count.living -= 1;
      changed(list);
    },
    recycled: (list) => rows('SELECT * FROM items WHERE list = ? AND deleted = 1 ORDER BY id', list.number),
    restore(list, before) {
      const item = { ...next(list, before), deleted: false };
      db.transaction(() => {
        index.put(list, item);
        write(list, item);
      });
      const count = counter(list);
      count.sequence = item.sequence;
      count.living += 1;
      changed(list);
    },
    get(list, id) {
      const row = db.one('SELECT * FROM items WHERE list = ? AND id = ? AND deleted = 0', list.number, id);
      return row && toItem(row);
    },
    page: (list, afterId, limit) =>
      rows(
        'SELECT * FROM items WHERE list = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?',
        ...[list.number, afterId, limit],
      ),
    rewrite: (list, item, fields) =>
      void db.run(
        'UPDATE items SET fields = ? WHERE list = ? AND id = ?',
        ...[JSON.stringify(fields), list.number, item.id],
      ),
    dropField: (list, name) =>
      void db.run('UPDATE items SET fields = json_remove(fields, ?) WHERE list = ?', `$."${name}"`, list.number),
    forget(list) {
      index.forget(list);
      counters.delete(list.number);
    },
    recount: (list) => void counters.delete(list.number),
    count: (list) => counter(list).living,
    sequence(list, lag) {
      if (lag <= 0) return counter(list).sequence;
      const row = db.one(
        'SELECT max(sequence) AS sequence FROM items WHERE list = ? AND changed_at <= ?',
        ...[list.number, Date.now() - lag],
      );
      return Number(row?.sequence ?? 0);
    },
    changes: (list, after, lag, limit) =>
      rows(
        'SELECT * FROM items WHERE list = ? AND sequence > ? AND changed_at <= ? ORDER BY sequence LIMIT ?',
        ...[list.number, after, Date.now() - lag, limit],
      ),
    versions: (list, item) => [
      { version: item.version, modified: item.modified, editor: item.editor, fields: item.fields },
      ...db
        .all('SELECT * FROM item_versions WHERE list = ? AND id = ? ORDER BY version DESC', list.number, item.id)
        .map((row) => ({
          version: Number(row.version),
          modified: textOf(row.modified),
          editor: textOf(row.editor),
          fields: JSON.parse(textOf(row.fields)) as Record<string, unknown>,
        })),
    ],
  };
}
