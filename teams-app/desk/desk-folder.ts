import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StartRefused } from '../config/start-refused.ts';

/** Content of `desk.json`: the folder's user, and the file's tables when last intact. */
const deskNote = z.object({
  pid: z.number(),
  address: z.string().optional(),
  since: z.string(),
  /** Tables with rows. */
  filled: z.array(z.string()).default([]),
});
export type DeskNote = z.output<typeof deskNote>;

/** The desk's folder, locked by this process until released or the process ends. */
export interface DeskFolder {
  path: string;
  /** The previous process's note; undefined without one. */
  before: DeskNote | undefined;
  /** Tables recorded as having rows. */
  filled(): readonly string[];
  /** Records data for the next start. Never throws: a full disk must not stop the desk. */
  note(change: Partial<Pick<DeskNote, 'address' | 'filled'>>): void;
  release(): void;
}

/** A terminating desk takes some seconds. */
const patienceMs = 5_000;
const lookEveryMs = 100;

/**
 * Creates the folder if missing and locks it. The lock is the operating system's, so a killed process leaves none.
 * Throws StartRefused when the folder is unusable, or in use.
 */
export async function takeFolder(dataDir: string): Promise<DeskFolder> {
  const path = resolve(dataDir);
  makeFolder(path);
  const noteFile = join(path, 'desk.json');
  const lock = await locked(path, noteFile);
  const before = readNote(noteFile);
  let current: DeskNote = { pid: process.pid, since: new Date().toISOString(), filled: before?.filled ?? [] };
  const note: DeskFolder['note'] = (change) => {
    current = { ...current, ...change };
    try {
      writeFileSync(`${noteFile}.new`, JSON.stringify(current));
      renameSync(`${noteFile}.new`, noteFile);
    } catch {
      // The next start only lacks the note.
    }
  };
  note({});
  return { path, before, filled: () => current.filled, note, release: () => lock.close() };
}

/**
 * Level by level: Node's own `recursive` never ends where the system says ENOENT for a folder whose parent is there.
 */
function makeWithParents(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (there === undefined && dirname(path) !== path) makeWithParents(dirname(path));
  mkdirSync(path);
}

function makeFolder(path: string): void {
  try {
    makeWithParents(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw code === 'EEXIST' || code === 'ENOTDIR'
      ? new StartRefused(
          `DATA_DIR ${path} is a file, or lies below one, and the desk needs a folder.`,
          'Name a folder in DATA_DIR, or leave it out: then it is .data.',
          cause,
        )
      : notWritable(path, cause);
  }
}

const notWritable = (path: string, cause: unknown): StartRefused =>
  new StartRefused(
    `The desk cannot write in its folder ${path} (${codeOf(cause)}).`,
    'Give this user the right to write there, make room when the disk is full, or name another folder in DATA_DIR.',
    cause,
  );

const codeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'unknown';
  if ('errstr' in cause && typeof cause.errstr === 'string') return cause.errstr;
  return 'code' in cause ? String(cause.code) : cause.message;
};

/** SQLite's primary result code of an error. */
export const sqliteCodeOf = (thrown: unknown): number | undefined =>
  thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
    ? thrown.errcode % 256
    : undefined;

/** An exclusively opened SQLite file is a lock that ends with the process. */
async function locked(path: string, noteFile: string): Promise<DatabaseSync> {
  const until = Date.now() + patienceMs;
  for (;;) {
    let lock: DatabaseSync | undefined;
    try {
      lock = new DatabaseSync(join(path, 'desk.lock'));
      lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 1; BEGIN EXCLUSIVE; COMMIT');
      return lock;
    } catch (thrown) {
      lock?.close();
      const code = sqliteCodeOf(thrown);
      if (code !== 5 && code !== 6) throw notWritable(path, thrown);
      if (Date.now() > until) throw inUse(path, readNote(noteFile), thrown);
    }
    await new Promise((resolvePause) => setTimeout(resolvePause, lookEveryMs));
  }
}

const inUse = (path: string, holder: DeskNote | undefined, cause: unknown): StartRefused => {
  const who = holder
    ? `process ${holder.pid}${holder.address === undefined ? '' : ` at ${holder.address}`}, since ${holder.since.slice(0, 16).replace('T', ' ')}`
    : 'another process';
  return new StartRefused(
    `The desk in ${path} is running already: ${who}.`,
    'Use that one, stop it (Ctrl-C where it runs), or start another in a folder of its own: DATA_DIR=.data2 PORT=4000 npm start',
    cause,
  );
};

function readNote(file: string): DeskNote | undefined {
  try {
    return deskNote.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
