/** Characters of one entry as JSON: a card's answer with its longest text, several times over. */
export const mostEntryCharacters = 256_000;
/** Entries at a time. Above it something does not come to an end, and nothing more is promised. */
export const mostEntries = 200_000;

export interface RawEntry {
  key: string;
  /** JSON. */
  text: string;
}

/** Whether what is written is durable. `code` says why not: `diskFull`, `notWritable`, `inUse`, `tooMany`, `failed`. */
export type JournalStatus = (
  | { state: 'ok' }
  | { state: 'unavailable'; code: 'diskFull' | 'notWritable' | 'inUse' | 'tooMany' | 'failed' }
) & {
  /** Files of a journal that could not be read and were put aside: what they promised may be lost. */
  damaged: readonly string[];
};

/** Where entries lie. All calls are carried out in the order in which they are made; each throws AppError `unavailable`. */
export interface JournalEngine {
  /** True when it was written, false when the key was there already and was left as it is. Durable when it resolves. */
  add(kind: string, key: string, text: string): Promise<boolean>;
  /** Writes or replaces; what is replaced keeps its place. Durable when it resolves. */
  put(kind: string, key: string, text: string): Promise<void>;
  /** Removes what is there of the keys. */
  remove(kind: string, keys: readonly string[]): Promise<void>;
  /** In order of adding. */
  all(kind: string): Promise<RawEntry[]>;
  status(): JournalStatus;
  /** Ends what is under way and lets go of the place. */
  close(): Promise<void>;
}
