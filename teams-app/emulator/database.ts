import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Row = Record<string, SQLInputValue>;
export type Bindable = SQLInputValue;

/** A text column's value; '' for NULL. */
export const textOf = (value: Bindable | undefined): string => (typeof value === 'string' ? value : '');

/** SQLite with prepared statements. All calls are synchronous. */
export interface Database {
  readonly raw: DatabaseSync;
  all(sql: string, ...values: Bindable[]): Row[];
  one(sql: string, ...values: Bindable[]): Row | undefined;
  run(sql: string, ...values: Bindable[]): number | bigint;
  /** All or nothing; may be nested, where only the outermost commits. */
  transaction<T>(work: () => T): T;
  /** A small JSON value in the database. */
  setting<T>(name: string): T | undefined;
  setSetting(name: string, value: unknown): void;
  close(): void;
}

/** Opens a file or ':memory:'. WAL, so that a killed process loses nothing that was answered. */
export function openDatabase(file: string): Database {
  const raw = new DatabaseSync(file);
  raw.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536',
  );
  raw.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const fresh = raw.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  let depth = 0;
  const database: Database = {
    raw,
    all: (sql, ...values) => statement(sql).all(...values),
    one: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => statement(sql).run(...values).lastInsertRowid,
    transaction(work) {
      if (depth > 0) return work();
      raw.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        raw.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite itself rolls back when the disk is full; a second error must not hide the first.
        if (raw.isTransaction) raw.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    setting<T>(name: string) {
      const row = database.one('SELECT value FROM settings WHERE name = ?', name);
      return row ? (JSON.parse(textOf(row.value)) as T) : undefined;
    },
    setSetting(name, value) {
      database.run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', name, JSON.stringify(value ?? null));
    },
    close: () => raw.close(),
  };
  return database;
}
