import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mostEntries, type JournalStatus, type RawEntry } from '../engine.ts';
import { Damaged, failureOf, isBusy, NotThisFolder } from './failures.ts';
import type { Answers, OpenJournal, Order, Reply } from './protocol.ts';

const fileName = 'journal.sqlite';
const damagedMark = '.damaged-';
const endings = ['', '-wal', '-shm'];

interface Opened {
  database: DatabaseSync;
  inode: number;
  /** Number of entries. */
  entries: number;
}

export interface JournalFile {
  /** Carries out the orders in one transaction: all or none are durable. Never throws. */
  carryOut(orders: readonly Order[]): Answers;
}

/**
 * The SQLite file of a state folder, locked by one program while it runs. An unreadable file is renamed and a new one
 * begun; one removed during the run is rewritten.
 */
export function journalFile(options: OpenJournal): JournalFile {
  const inMemory = options.folder === ':memory:';
  const path = inMemory ? ':memory:' : join(options.folder, fileName);
  let opened: Opened | undefined;
  /** Entries of a removed file, until rewritten. */
  let held: ReturnType<typeof everything> = [];
  let status: JournalStatus = { state: 'ok', damaged: [] };

  function open(): Opened {
    if (opened && (inMemory || inodeOf(path) === opened.inode)) return opened;
    if (opened) held = everything(opened.database);
    close();
    if (!inMemory) mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    // SQLite takes an emptied file for a new one and would silently lose its content.
    if (!inMemory && statSync(path, { throwIfNoEntry: false })?.size === 0) throw new Damaged();
    const database = connected(path, options);
    opened = { database, inode: inMemory ? 0 : inodeOf(path), entries: countOf(database) };
    for (const { kind, key, text } of held) insert(opened, kind, key, text);
    held = [];
    return opened;
  }

  function close(): void {
    const { database } = opened ?? {};
    opened = undefined;
    database?.close();
  }

  /** Damage shows at any statement. A damaged file is not trusted. */
  function putAside(): void {
    close();
    const name = `${path}${damagedMark}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    for (const ending of endings) if (inodeOf(path + ending) !== 0) renameSync(path + ending, name + ending);
  }

  function transaction(orders: readonly Order[]): Reply[] {
    const file = open();
    const { database, entries } = file;
    database.exec('BEGIN IMMEDIATE');
    try {
      const replies = orders.map((order) => carryOutOne(file, order));
      database.exec('COMMIT');
      return replies;
    } catch (thrown) {
      file.entries = entries;
      if (database.isTransaction) database.exec('ROLLBACK');
      throw thrown;
    }
  }

  function attempt(orders: readonly Order[], mayRepair: boolean): Reply[] {
    try {
      const replies = transaction(orders);
      status = { state: 'ok', damaged: damagedIn(options.folder) };
      return replies;
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.damaged && mayRepair && !inMemory) return repaired(orders, failure.code);
      if (failure.reopen) closeQuietly();
      status = { state: 'unavailable', code: failure.code, damaged: damagedIn(options.folder) };
      const first = orders[0]?.do === 'open';
      const refused = first && thrown instanceof NotThisFolder ? { refused: thrown.refusal } : {};
      return orders.map(({ id }) => ({ id, done: false, code: failure.code, ...refused }));
    }
  }

  function repaired(orders: readonly Order[], code: ReturnType<typeof failureOf>['code']): Reply[] {
    try {
      putAside();
    } catch {
      closeQuietly();
      status = { state: 'unavailable', code, damaged: damagedIn(options.folder) };
      return orders.map(({ id }) => ({ id, done: false, code }));
    }
    return attempt(orders, false);
  }

  function closeQuietly(): void {
    try {
      close();
    } catch {
      opened = undefined;
    }
  }

  return {
    carryOut(orders) {
      const replies = attempt(orders, true);
      const entries = opened?.entries;
      if (orders.some((order) => order.do === 'close')) closeQuietly();
      return { replies, status: { ...status, ...(entries === undefined ? {} : { entries }) } };
    },
  };
}

/** Opens it exclusively and checks its integrity. */
function connected(path: string, { owner, waitForLockMs, mostPages }: OpenJournal): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${waitForLockMs}; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA max_page_count = ${mostPages}`);
    // The first write takes the lock, which excludes other programs.
    database.exec('BEGIN IMMEDIATE; COMMIT');
    const [check] = database.prepare('PRAGMA quick_check(1)').all();
    if (check?.['quick_check'] !== 'ok') throw new Damaged();
    database.exec(`CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,
        key TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (kind, key));
      CREATE TABLE IF NOT EXISTS owner (name TEXT PRIMARY KEY) WITHOUT ROWID`);
    const known = database.prepare('SELECT name FROM owner').get()?.['name'];
    if (known === undefined) database.prepare('INSERT INTO owner VALUES (?)').run(owner);
    else if (known !== owner) throw new NotThisFolder('otherOwner');
    return database;
  } catch (thrown) {
    database.close();
    throw isBusy(thrown) ? new NotThisFolder('inUse') : thrown;
  }
}

function carryOutOne(file: Opened, order: Order): Reply {
  const { id } = order;
  const { database } = file;
  switch (order.do) {
    case 'open':
    case 'close':
      return { id, done: true };
    case 'add':
    case 'put': {
      if (file.entries >= mostEntries) return { id, done: false, code: 'tooMany' };
      const added = insert(file, order.kind, order.key, order.text);
      if (order.do === 'put' && !added) replace(database, order.kind, order.key, order.text);
      return { id, done: true, added };
    }
    case 'remove': {
      const removal = database.prepare('DELETE FROM entries WHERE kind = ? AND key = ?');
      for (const key of order.keys) file.entries -= Number(removal.run(order.kind, key).changes);
      return { id, done: true };
    }
    case 'all':
      return { id, done: true, entries: rowsOf(database, order.kind) };
  }
}

/** False when it exists. */
function insert(file: Opened, kind: string, key: string, text: string): boolean {
  const changes = Number(
    file.database.prepare('INSERT OR IGNORE INTO entries (kind, key, text) VALUES (?, ?, ?)').run(kind, key, text)
      .changes,
  );
  file.entries += changes;
  return changes > 0;
}

const replace = (database: DatabaseSync, kind: string, key: string, text: string) =>
  database.prepare('UPDATE entries SET text = ? WHERE kind = ? AND key = ?').run(text, kind, key);

const countOf = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT count(*) AS entries FROM entries').get()?.['entries'] ?? 0);

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowsOf = (database: DatabaseSync, kind: string): RawEntry[] =>
  database
    .prepare('SELECT key, text FROM entries WHERE kind = ? ORDER BY id')
    .all(kind)
    .map(({ key, text }) => ({ key: wordOf(key), text: wordOf(text) }));

const everything = (database: DatabaseSync) =>
  database
    .prepare('SELECT kind, key, text FROM entries ORDER BY id')
    .all()
    .map(({ kind, key, text }) => ({ kind: wordOf(kind), key: wordOf(key), text: wordOf(text) }));

/** 0 when missing. */
const inodeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ino ?? 0;

/** Deletes an unused folder's journals, including damaged ones. */
export function forgetJournal(folder: string): void {
  if (folder === ':memory:') return;
  for (const name of [...endings.map((ending) => fileName + ending), ...damagedIn(folder)])
    rmSync(join(folder, name), { force: true });
}

function damagedIn(folder: string): string[] {
  if (folder === ':memory:') return [];
  try {
    return readdirSync(folder).filter((name) => name.includes(damagedMark) && !/-(wal|shm)$/.test(name));
  } catch {
    return [];
  }
}
