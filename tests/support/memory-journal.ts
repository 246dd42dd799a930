import { createJournal, type Journal, type JournalEngine } from '../../api/journal/index.ts';

/** An in-memory engine, for unit tests of journal writers. */
export function memoryEngine(): JournalEngine {
  const entries = new Map<string, { kind: string; key: string; text: string }>();
  const nameOf = (kind: string, key: string) => `${kind} ${key}`;
  return {
    add: async (kind, key, text) => {
      const isNew = !entries.has(nameOf(kind, key));
      if (isNew) entries.set(nameOf(kind, key), { kind, key, text });
      return isNew;
    },
    put: async (kind, key, text) => void entries.set(nameOf(kind, key), { kind, key, text }),
    remove: async (kind, keys) => {
      for (const key of keys) entries.delete(nameOf(kind, key));
    },
    all: async (kind) =>
      [...entries.values()].filter((entry) => entry.kind === kind).map(({ key, text }) => ({ key, text })),
    status: () => ({ state: 'ok', damaged: [] }),
    close: async () => undefined,
  };
}

export const memoryJournal = (): Journal => createJournal(memoryEngine(), { error: () => undefined });
