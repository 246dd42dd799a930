import type { FailureCode, Refusal } from './protocol.ts';

/** The file is not a valid journal. */
export class Damaged extends Error {}

/** This program may not use the folder. */
export class NotThisFolder extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface Failure {
  code: FailureCode;
  /** The file is unreadable as a journal. */
  damaged?: true;
  /** The connection is unusable. */
  reopen?: true;
}

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const bySqlite: Readonly<Record<number, Failure>> = {
  5: { code: 'inUse', reopen: true },
  6: { code: 'inUse', reopen: true },
  8: { code: 'notWritable', reopen: true },
  // Also of an fsync: what the connection holds in memory may not be what is on the disk.
  10: { code: 'failed', reopen: true },
  11: { code: 'failed', damaged: true },
  13: { code: 'diskFull' },
  14: { code: 'notWritable', reopen: true },
  26: { code: 'failed', damaged: true },
};
/** File system errors of the folder. */
const bySystem: Readonly<Record<string, Failure>> = {
  EACCES: { code: 'notWritable', reopen: true },
  EPERM: { code: 'notWritable', reopen: true },
  EROFS: { code: 'notWritable', reopen: true },
  EEXIST: { code: 'notWritable', reopen: true },
  ENOTDIR: { code: 'notWritable', reopen: true },
  ENOENT: { code: 'notWritable', reopen: true },
  EIO: { code: 'failed', reopen: true },
  ENOSPC: { code: 'diskFull', reopen: true },
  EDQUOT: { code: 'diskFull', reopen: true },
};

/** Why nothing could be written, and what becomes of the file. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof NotThisFolder) return { code: 'inUse', reopen: true };
  if (thrown instanceof Damaged) return { code: 'failed', damaged: true };
  if (!(thrown instanceof Error)) return { code: 'failed', reopen: true };
  const number = sqliteCodeOf(thrown);
  const word = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return (number === undefined ? bySystem[word] : bySqlite[number]) ?? { code: 'failed', reopen: true };
}

/** Another connection holds the lock. */
export const isBusy = (thrown: unknown): boolean => {
  const number = thrown instanceof Error ? sqliteCodeOf(thrown) : undefined;
  return number === 5 || number === 6;
};

/** The primary code is the lowest byte. */
const sqliteCodeOf = (thrown: Error): number | undefined =>
  'errcode' in thrown && typeof thrown.errcode === 'number' ? thrown.errcode % 256 : undefined;
