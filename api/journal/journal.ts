import type { z } from 'zod';
import { unavailable } from '../kernel/index.ts';
import { mostEntryCharacters, type JournalEngine, type JournalStatus, type RawEntry } from './engine.ts';

/** One kind of entry: its name, and the schema for reading it. */
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
 * Pending work that must survive a crash. SharePoint remains the only database: an entry is removed once its work is
 * done. Calls may throw AppError `unavailable` (`journal.unavailable`): no durable storage.
 */
export interface Journal {
  /** Other instances have entries in it too. */
  readonly isShared?: boolean;
  /** Durable when it resolves: true when new, false when the key exists, which changes nothing. */
  add<Data>(kind: JournalKind<Data>, key: string, data: Data): Promise<boolean>;
  /** Writes or replaces, durable when it resolves; a replaced entry keeps its position. */
  put<Data>(kind: JournalKind<Data>, key: string, data: Data): Promise<void>;
  /** A missing key is a success. */
  remove(kind: Pick<JournalKind<unknown>, 'name'>, keys: readonly string[]): Promise<void>;
  /** All of a kind in order of adding. Entries that do not parse are left and logged. */
  all<Data>(kind: JournalKind<Data>): Promise<JournalEntry<Data>[]>;
  /**
   * Entries that programs have left behind, in order of adding; they are this program's from now on. The first call may
   * give own entries too. Free while nobody leaves any.
   */
  takeOver<Data>(kind: JournalKind<Data>): Promise<JournalEntry<Data>[]>;
  /** Whether a write would be durable now. */
  status(): JournalStatus;
  /** Completes pending work. No calls are allowed afterwards. */
  close(): Promise<void>;
}

/** Logs unreadable entries: kinds and keys, never content. */
export interface JournalLog {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A journal on an engine: entries are stored as JSON and parsed on reading. */
export function createJournal(engine: JournalEngine, log: JournalLog): Journal {
  const textOf = (kind: string, key: string, data: unknown): string => {
    const text = JSON.stringify(data ?? null);
    if (text.length <= mostEntryCharacters) return text;
    log.error(
      { entry: kind, key, code: 'journal.tooLarge', characters: text.length },
      'entry too large for the journal',
    );
    throw unavailable('journal.unavailable');
  };
  const takenOver = new Set<string>();
  const readable = <Data>(kind: JournalKind<Data>, entries: readonly RawEntry[]): JournalEntry<Data>[] =>
    entries.flatMap(({ key, text }) => {
      const parsed = kind.data.safeParse(jsonOf(text));
      if (parsed.success) return [{ key, data: parsed.data }];
      log.error({ entry: kind.name, key, code: 'journal.unreadable' }, 'entry of the journal cannot be read');
      return [];
    });
  return {
    isShared: engine.takeOver !== undefined,
    add: async (kind, key, data) => engine.add(kind.name, key, textOf(kind.name, key, data)),
    put: async (kind, key, data) => engine.put(kind.name, key, textOf(kind.name, key, data)),
    remove: async (kind, keys) => {
      if (keys.length > 0) await engine.remove(kind.name, keys);
    },
    all: async (kind) => readable(kind, await engine.all(kind.name)),
    takeOver: async (kind) => {
      if (engine.takeOver) return readable(kind, await engine.takeOver(kind.name));
      if (takenOver.has(kind.name)) return [];
      const left = readable(kind, await engine.all(kind.name));
      takenOver.add(kind.name);
      return left;
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
