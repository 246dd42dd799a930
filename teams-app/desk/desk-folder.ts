import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StartRefused } from '../config/start-refused.ts';

/** What stands in `desk.json`: who uses the folder, and what the desk's file held when it was last seen whole. */
const deskNote = z.object({
  pid: z.number(),
  address: z.string().optional(),
  since: z.string(),
  /** Tables that had rows. */
  filled: z.array(z.string()).default([]),
});
export type DeskNote = z.output<typeof deskNote>;

/** The desk's folder, which belongs to this process until it is released or the process ends, in whatever way. */
export interface DeskFolder {
  path: string;
  /** What the process before wrote; undefined when there was none. */
  before: DeskNote | undefined;
  /** The tables that are written down as having rows. */
  filled(): readonly string[];
  /** Writes down what the next start should know. Never throws: a full disk must not stop the desk. */
  note(change: Partial<Pick<DeskNote, 'address' | 'filled'>>): void;
  release(): void;
}

/** A desk that is told to end takes some seconds. */
const patienceMs = 5_000;
const lookEveryMs = 100;

/**
 * Makes the folder if need be and takes it. The lock is the operating system's, so that a killed process leaves none
 * behind. Throws StartRefused when the folder cannot be used, or is another's.
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
      // The next start knows a little less.
    }
  };
  note({});
  return { path, before, filled: () => current.filled, note, release: () => lock.close() };
}

/** Level by level: Node's own `recursive` never ends where the system says ENOENT for a folder whose parent is there. */
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

/** SQLite's primary result code, when it is an error of SQLite. */
export const sqliteCodeOf = (thrown: unknown): number | undefined =>
  thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
    ? thrown.errcode % 256
    : undefined;

/** An SQLite file that this process alone has open is a lock that ends with the process. */
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
