import type { JournalStatus, RawEntry } from '../engine.ts';

/** Orders per transaction, and so per disk sync. */
export const mostAtOnce = 1_000;

/** Start parameters of the thread. */
export interface OpenJournal {
  /** The state folder, or `:memory:`. */
  folder: string;
  /** The Microsoft 365 tenant of the entries: one per folder. */
  owner: string;
  /** How long a terminating program may hold the folder. */
  waitForLockMs: number;
  /** Largest size of the file in pages of 4 kB. */
  mostPages: number;
}

/** One operation, numbered by the caller. */
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

/** Results of one transaction, and the journal's status after it. */
export interface Answers {
  replies: Reply[];
  status: JournalStatus;
}
