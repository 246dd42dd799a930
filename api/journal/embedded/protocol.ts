import type { JournalStatus, RawEntry } from '../engine.ts';

/** Orders in one transaction, and so with one wait for the disk. */
export const mostAtOnce = 1_000;

/** What the thread is started with. */
export interface OpenJournal {
  /** The state folder, or `:memory:`. */
  folder: string;
  /** Which Microsoft 365 the entries are about: a folder holds those of one. */
  owner: string;
  /** How long a program that ends may still hold the folder. */
  waitForLockMs: number;
  /** Largest size of the file in pages of 4 kB. */
  mostPages: number;
}

/** One thing to do, numbered by whoever asks. */
export type Order = { id: number } & (
  | { do: 'open' | 'close' }
  | { do: 'add' | 'put'; kind: string; key: string; text: string }
  | { do: 'remove'; kind: string; keys: readonly string[] }
  | { do: 'all'; kind: string }
);

export type FailureCode = Extract<JournalStatus, { state: 'unavailable' }>['code'];
/** Why the program must not start on this folder. */
export type Refusal = 'inUse' | 'otherOwner';

export type Reply = { id: number } & (
  | { done: true; added?: boolean; entries?: RawEntry[] }
  | { done: false; code: FailureCode; refused?: Refusal }
);

/** All that was done in one transaction, and how the journal stands after it. */
export interface Answers {
  replies: Reply[];
  status: JournalStatus;
}
