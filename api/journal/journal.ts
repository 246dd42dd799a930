import type { z } from 'zod';
import { unavailable } from '../kernel/index.ts';
import { mostEntryCharacters, type JournalEngine, type JournalStatus } from './engine.ts';

/** One sort of entry: its owner's name for it, and the schema that entries are read back by. */
export interface JournalKind<Data> {
  name: string;
  data: z.ZodType<Data>;
}
export const journalKind = <Data>(name: string, data: z.ZodType<Data>): JournalKind<Data> => ({ name, data });

export interface JournalEntry<Data> {
  key: string;
  data: Data;
}

/**
 * What is under way and must outlive a kill. SharePoint stays the only database: an entry is removed as soon as what it
 * stands for is done. Every call may throw AppError `unavailable` (`journal.unavailable`): nothing durable is at hand.
 */
export interface Journal {
  /** Durable when it resolves: true when it is new, false when the key is there already, which changes nothing. */
  add<Data>(kind: JournalKind<Data>, key: string, data: Data): Promise<boolean>;
  /** Writes or replaces, durable when it resolves; what is replaced keeps its place in the order. */
  put<Data>(kind: JournalKind<Data>, key: string, data: Data): Promise<void>;
  /** What is not there is already removed. */
  remove(kind: Pick<JournalKind<unknown>, 'name'>, keys: readonly string[]): Promise<void>;
  /** All of a kind in order of adding. What its schema does not know is left where it is, and logged. */
  all<Data>(kind: JournalKind<Data>): Promise<JournalEntry<Data>[]>;
  /** Whether what is written now would be durable. */
  status(): JournalStatus;
  /** Ends what is under way. Nothing may be asked for afterwards. */
  close(): Promise<void>;
}

/** Where entries that cannot be read are told: kinds and keys, never content. */
export interface JournalLog {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A journal on an engine: entries are JSON there, and are parsed when they come back. */
export function createJournal(engine: JournalEngine, log: JournalLog): Journal {
  const textOf = (kind: string, key: string, data: unknown): string => {
    const text = JSON.stringify(data ?? null);
    if (text.length <= mostEntryCharacters) return text;
    log.error({ kind, key, characters: text.length }, 'entry too large for the journal');
    throw unavailable('journal.unavailable');
  };
  return {
    add: async (kind, key, data) => engine.add(kind.name, key, textOf(kind.name, key, data)),
    put: async (kind, key, data) => engine.put(kind.name, key, textOf(kind.name, key, data)),
    remove: async (kind, keys) => {
      if (keys.length > 0) await engine.remove(kind.name, keys);
    },
    all: async (kind) => {
      const entries = await engine.all(kind.name);
      return entries.flatMap(({ key, text }) => {
        const parsed = kind.data.safeParse(jsonOf(text));
        if (parsed.success) return [{ key, data: parsed.data }];
        log.error({ kind: kind.name, key, code: 'journal.unreadable' }, 'entry of the journal cannot be read');
        return [];
      });
    },
    status: () => engine.status(),
    close: () => engine.close(),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
