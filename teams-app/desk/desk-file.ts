import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefused } from '../config/start-refused.ts';
import { sqliteCodeOf, type DeskFolder } from './desk-folder.ts';

const fileName = 'microsoft365.sqlite';
const endings = ['', '-wal', '-shm'];
/** Differs from the journal's mark in the same folder. */
const asideMark = '.aside-';
/** Damaged files retained; the oldest are deleted. */
const mostAside = 3;
/** Tables never empty once seeded. */
const coreTables = ['users', 'lists', 'items'];

/** State of the file before any write. */
type State = { is: 'new' } | { is: 'whole' } | { is: 'damaged'; how: string } | { is: 'emptied'; how: string };

/**
 * The desk's data file, checked. Throws StartRefused when damaged or emptied; the file is left as it is. `fresh` starts
 * over: an intact file is deleted, a damaged one renamed.
 */
export function deskFileIn(folder: DeskFolder, fresh: boolean): string {
  const file = join(folder.path, fileName);
  const state = stateOf(file, folder.before?.filled ?? []);
  if (fresh) {
    beginAnew(file, state);
    folder.note({ filled: [] });
    return file;
  }
  if (state.is === 'damaged' || state.is === 'emptied')
    throw new StartRefused(
      `The desk's file ${file} is ${state.is}: ${state.how}. Nothing was changed.`,
      `Put a copy of it back; or begin again with npm start -- --fresh, which keeps it beside as ${fileName}${asideMark}….`,
    );
  return file;
}

/** Records the tables with rows, so that the next start notices lost ones. Entries are never removed. Never throws. */
export function noteFilled(folder: DeskFolder, database: DatabaseSync): void {
  try {
    folder.note({ filled: [...new Set([...folder.filled(), ...filledIn(database)])] });
  } catch {
    // The next start knows a little less.
  }
}

function stateOf(file: string, filledBefore: readonly string[]): State {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  const wasFilled = filledBefore.length > 0;
  if (size === undefined) return wasFilled ? { is: 'emptied', how: 'it is gone' } : { is: 'new' };
  const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (size === 0 && !hasLog) return wasFilled ? { is: 'emptied', how: 'it has no content' } : { is: 'new' };
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA busy_timeout = 2000');
    const [check] = database.prepare('PRAGMA quick_check(1)').all();
    if (check?.['quick_check'] !== 'ok') return { is: 'damaged', how: firstFinding(String(check?.['quick_check'])) };
    const filled = filledIn(database);
    const lost = coreTables.filter((table) => filledBefore.includes(table) && !filled.includes(table));
    // Folders older than the note: people without lists, or items without people, are no valid data.
    const halved =
      filled.includes('users') !== filled.includes('items') && filledBefore.length === 0 && !filled.includes('users');
    if (lost.length > 0) return { is: 'emptied', how: `nothing is left in ${lost.join(', ')}` };
    return halved ? { is: 'emptied', how: 'nothing is left in users' } : { is: 'whole' };
  } catch (thrown) {
    const code = sqliteCodeOf(thrown);
    if (code === 11 || code === 26) return { is: 'damaged', how: thrown instanceof Error ? thrown.message : '' };
    throw new StartRefused(
      `The desk's file ${file} cannot be opened: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
      'Give this user the right to read and write it, make room when the disk is full, or name another folder in DATA_DIR.',
      thrown,
    );
  } finally {
    closeQuietly(database);
  }
}

/** Without SQLite's heading. */
const firstFinding = (found: string): string =>
  found.split('\n').find((line) => line !== '' && !line.startsWith('***')) ?? found;

const filledIn = (database: DatabaseSync): string[] =>
  coreTables.filter((table) => {
    const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
    return there !== undefined && database.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() !== undefined;
  });

function closeQuietly(database: DatabaseSync | undefined): void {
  try {
    database?.close();
  } catch {
    // A damaged file may fail to close.
  }
}

function beginAnew(file: string, state: State): void {
  if (state.is !== 'damaged' && state.is !== 'emptied') {
    for (const ending of endings) rmSync(file + ending, { force: true });
    return;
  }
  const aside = `${file}${asideMark}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const ending of endings) if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  const folder = join(file, '..');
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(basename(file) + asideMark) && !/-(wal|shm)$/.test(name),
  );
  for (const name of names.toSorted().slice(0, -mostAside))
    for (const ending of endings) rmSync(join(folder, name + ending), { force: true });
}
