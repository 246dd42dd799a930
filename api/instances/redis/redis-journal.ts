import type { Redis } from 'ioredis';
import { mostEntries, type JournalEngine, type JournalStatus, type RawEntry } from '../../journal/index.ts';
import { unavailable } from '../../kernel/index.ts';
import { journalAll, journalRemove, journalTakeOver, journalWrite } from './scripts.ts';
import { script } from './script.ts';

/** Where the journal and the members are in Redis, and who writes. */
export interface RedisJournalOptions {
  client: Redis;
  prefix: string;
  members: string;
  owner: string;
}

/** The journal's entries in Redis: as durable as the server is (append-only file), and each with its owner. */
export function redisJournal({ client, prefix, members, owner }: RedisJournalOptions): JournalEngine {
  let status: JournalStatus = { state: 'ok', damaged: [] };
  const scripts = {
    write: script(client, journalWrite),
    remove: script(client, journalRemove),
    all: script(client, journalAll),
    takeOver: script(client, journalTakeOver),
  };
  const keysOf = (kind: string) => ['texts', 'owners', 'order'].map((part) => `${prefix}journal:${kind}:${part}`);

  async function known<Value>(command: Promise<Value>): Promise<Value> {
    try {
      const value = await command;
      status = { state: 'ok', damaged: [] };
      return value;
    } catch (failure) {
      status = { state: 'unavailable', code: 'failed', damaged: [] };
      throw unavailable('journal.unavailable', { reason: 'failed' }, failure);
    }
  }

  async function write(kind: string, key: string, text: string, replaces: 0 | 1): Promise<boolean> {
    const written = await known(scripts.write(keysOf(kind), key, text, owner, replaces, mostEntries));
    if (written !== -1) return written === 1;
    status = { state: 'unavailable', code: 'tooMany', damaged: [] };
    throw unavailable('journal.unavailable', { reason: 'tooMany' });
  }

  return {
    add: (kind, key, text) => write(kind, key, text, 0),
    put: async (kind, key, text) => void (await write(kind, key, text, 1)),
    remove: async (kind, keys) => void (await known(scripts.remove(keysOf(kind), ...keys))),
    all: async (kind) => entriesIn(await known(scripts.all(keysOf(kind)))),
    takeOver: async (kind) => entriesIn(await known(scripts.takeOver([...keysOf(kind), members], owner))),
    status: () => status,
    close: () => Promise.resolve(),
  };
}

/** `key, text, key, text …` as a script answers. */
function entriesIn(answer: unknown): RawEntry[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((key: unknown, place) => {
    const text: unknown = answer[place + 1];
    return place % 2 === 0 && typeof key === 'string' && typeof text === 'string' ? [{ key, text }] : [];
  });
}
