import type { Context } from '../../api/context.ts';
import { conflict, missing, type Clock } from '../../api/kernel/index.ts';
import type { ItemData, ListDefinition, ListHandle, Stored } from '../../api/sharepoint/index.ts';

/**
 * A context whose lists live in memory, for unit tests of rules and acts that need thousands of quick runs. How lists
 * really behave is tested on the emulator; nothing but unit tests may use this.
 */
export function memoryContext(today = '2026-11-24T09:00:00.000Z') {
  let now = new Date(today);
  const handles = new Map<string, unknown>();
  const clock: Clock = { now: () => now };
  const context: Context = {
    clock,
    list: <R extends { key: string }>(definition: ListDefinition<R>) => {
      const known = handles.get(definition.name) ?? memoryList(definition, clock);
      handles.set(definition.name, known);
      return known as ListHandle<R>;
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    texts: () => (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key),
    organisation: {
      name: 'Prøve Kommune',
      tenantId: '00000000-0000-0000-0000-0000000000aa',
      tabLink: 'https://teams.microsoft.com/l/entity/app/',
      publicUrl: 'https://sikkerhedshjulet.example',
      sendRate: 40,
      acknowledgeWithinDays: 18,
    },
  };
  return { context, setNow: (moment: string) => void (now = new Date(moment)) };
}

function memoryList<R extends { key: string }>(definition: ListDefinition<R>, clock: Clock): ListHandle<R> {
  const records = new Map<string, Stored<R>>();
  let version = 0;
  let all: readonly Stored<R>[] | undefined;
  const put = (record: R, item: ItemData): Stored<R> => {
    const stored = { ...record, item };
    records.set(record.key, stored);
    version += 1;
    all = undefined;
    return stored;
  };
  return {
    definition,
    get version() {
      return version;
    },
    all: () => (all ??= [...records.values()]),
    get: (key) => records.get(key),
    create: async (record) => {
      const known = records.get(record.key);
      if (known) return { record: known, existed: true };
      const item = { id: String(records.size + 1), etag: '1', modified: clock.now().toISOString() };
      return { record: put(record, item), existed: false };
    },
    update: async (key, change) => {
      const current = records.get(key);
      if (!current) throw missing('sharepoint.itemGone', { key });
      const fields = change(current);
      if (!fields) return current;
      if ('key' in fields) throw conflict('sharepoint.keyIsFixed');
      const { item, ...record } = { ...current, ...fields };
      return put(record as unknown as R, { ...item, etag: String(Number(item.etag) + 1) });
    },
    fresh: async (key) => records.get(key),
    remove: async (key) => {
      records.delete(key);
      version += 1;
      all = undefined;
    },
    freshness: () => ({ asOf: clock.now().toISOString(), stale: false }),
    setAside: () => [],
  };
}
