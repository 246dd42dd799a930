/** Characters of one entry as JSON: several times a card's answer with its longest text. */
export const mostEntryCharacters = 256_000;
/** Entries at a time. Beyond this work does not complete, and no more is promised. */
export const mostEntries = 200_000;

export interface RawEntry {
  key: string;
  /** JSON. */
  text: string;
}

/** Whether writes are durable. `code` says why not: `diskFull`, `notWritable`, `inUse`, `tooMany`, `failed`. */
export type JournalStatus = (
  | { state: 'ok' }
  | { state: 'unavailable'; code: 'diskFull' | 'notWritable' | 'inUse' | 'tooMany' | 'failed' }
) & {
  /** Unreadable journals that were renamed: their promises may be lost. */
  damaged: readonly string[];
  /** Pending entries; absent when unknown. */
  entries?: number;
};

/** Storage of entries. Calls are carried out in order; each throws AppError `unavailable`. */
export interface JournalEngine {
  /** True when written, false when the key exists and stays unchanged. Durable when it resolves. */
  add(kind: string, key: string, text: string): Promise<boolean>;
  /** Writes or replaces; a replaced entry keeps its order. Durable when it resolves. */
  put(kind: string, key: string, text: string): Promise<void>;
  /** Removes the entries of these keys. */
  remove(kind: string, keys: readonly string[]): Promise<void>;
  /** In order of adding. */
  all(kind: string): Promise<RawEntry[]>;
  /** Entries of programs that have ended, which are this one's from now on. Absent: an engine of one program. */
  takeOver?(kind: string): Promise<RawEntry[]>;
  status(): JournalStatus;
  /** Completes pending work and releases the file. */
  close(): Promise<void>;
}
