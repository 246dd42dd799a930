import type { Context } from '../../api/context.ts';
import { conflict, missing, type Clock } from '../../api/kernel/index.ts';
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  DocumentLibrary,
  ItemData,
  ListChange,
  ListDefinition,
  ListHandle,
  Stored,
} from '../../api/sharepoint/index.ts';
import { changeLog } from '../../api/sharepoint/change-log.ts';
import { codecOf } from '../../api/sharepoint/codec.ts';
import { countsAsRead } from '../../api/sharepoint/reading.ts';
import { memoryJournal } from './memory-journal.ts';

/**
 * A context with in-memory lists, for unit tests that need thousands of quick runs. Records pass through the list's
 * codec, so what SharePoint omits is omitted, and writes take a turn, so that two at once are. `writesAtOnce`: not a
 * turn, for tests that reckon the time themselves. Real list behaviour is tested on the emulator; for unit tests only.
 */
export function memoryContext(today = '2026-11-24T09:00:00.000Z', { writesAtOnce = false } = {}) {
  let now = new Date(today);
  const handles = new Map<string, unknown>();
  const clock: Clock = { now: () => now };
  const context: Context = {
    clock,
    list: <R extends { key: string }>(definition: ListDefinition<R>) => {
      const known = handles.get(definition.name) ?? memoryList(definition, clock, writesAtOnce);
      handles.set(definition.name, known);
      return known as ListHandle<R>;
    },
    documents: memoryLibrary(),
    journal: memoryJournal(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    texts: () => (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key),
    organisation: {
      name: 'Prøve Kommune',
      tenantId: '00000000-0000-0000-0000-0000000000aa',
      tabLink: 'https://teams.microsoft.com/l/entity/app/',
      publicUrl: 'https://sikkerhedshjulet.example',
      sendRate: 40,
      acknowledgeWithinDays: 18,
      inspectionPhotoDays: 90,
    },
  };
  return { context, setNow: (moment: string) => void (now = new Date(moment)) };
}

function memoryList<R extends { key: string }>(
  definition: ListDefinition<R>,
  clock: Clock,
  writesAtOnce: boolean,
): ListHandle<R> {
  const noteRead = countsAsRead(definition.name);
  const records = new Map<string, Stored<R>>();
  const keys = new Map<string, string>();
  let version = 0;
  let made = 0;
  let all: readonly Stored<R>[] | undefined;
  const changes = changeLog<R>();
  const changed = (change: ListChange<R>) => {
    version += 1;
    changes.note(version, change);
    all = undefined;
  };
  const codec = codecOf(definition);
  /** Others act between asking and writing, as on SharePoint. The trail follows by itself: tests read it at once. */
  const others = async (): Promise<void> => {
    if (!writesAtOnce && definition.name !== 'AuditEntries') await nextTurn();
  };
  /** As returned by SharePoint, which stores neither null nor an empty text. */
  const asKept = ({ key, ...record }: R): R => {
    const fields = Object.entries(codec.encode(record)).filter(([, value]) => value !== null && value !== '');
    const decoded = codec.decode({ Key: key, ...Object.fromEntries(fields) });
    if ('problems' in decoded) throw new Error(`${definition.name} ${key}: ${decoded.problems.join(', ')}`);
    return decoded.record;
  };
  const put = (record: R, item: ItemData): Stored<R> => {
    const stored = { ...asKept(record), item };
    const before = records.get(record.key);
    records.set(record.key, stored);
    keys.set(item.id, record.key);
    changed({ ...(before ? { before } : {}), after: stored });
    return stored;
  };
  const drop = (before: Stored<R>) => {
    records.delete(before.key);
    changed({ before });
  };
  return {
    definition,
    get version() {
      noteRead();
      return version;
    },
    all: () => {
      noteRead();
      return (all ??= [...records.values()]);
    },
    changesSince: (since) => {
      noteRead();
      return changes.since(since, version);
    },
    get: (key) => {
      noteRead();
      return records.get(key);
    },
    create: async (record) => {
      await others();
      const known = records.get(record.key);
      if (known) return { record: known, existed: true };
      const item = { id: String((made += 1)), etag: '1', modified: clock.now().toISOString() };
      return { record: put(record, item), existed: false };
    },
    update: async (key, change, _lane, beforeWrite) => {
      for (;;) {
        const current = records.get(key);
        if (!current) throw missing('sharepoint.itemGone', { key });
        const fields = change(current);
        if (!fields) return current;
        if ('key' in fields) throw conflict('sharepoint.keyIsFixed');
        await beforeWrite?.(current, fields);
        await others();
        // As by `If-Match`.
        if (records.get(key) !== current) continue;
        const { item, ...record } = { ...current, ...fields };
        const changed = { ...item, etag: String(Number(item.etag) + 1), modified: clock.now().toISOString() };
        return put(record as unknown as R, changed);
      }
    },
    fresh: async (key) => records.get(key),
    remove: async (key) => {
      await others();
      const known = records.get(key);
      if (known) drop(known);
    },
    held: () => undefined,
    removeUnchanged: async ({ id, etag }) => {
      await others();
      const known = records.get(keys.get(id) ?? '');
      if (known && known.item.etag !== etag) return false;
      if (!known) return true;
      drop(known);
      return true;
    },
    freshness: () => ({ asOf: clock.now().toISOString(), stale: false }),
    setAside: () => [],
  };
}

/** Files in memory; an upload to the same path is a new version. */
function memoryLibrary(): DocumentLibrary {
  const files = new Map<string, { path: string; versions: Uint8Array[] }>();
  return {
    upload: async (path, bytes, { onProgress } = {}) => {
      const known = [...files].find(([, file]) => file.path === path);
      const [id, file] = known ?? [`file-${files.size + 1}`, { path, versions: [] }];
      files.set(id, { path, versions: [...file.versions, bytes] });
      onProgress?.(bytes.length, bytes.length);
      return {
        id,
        name: path.split('/').at(-1) ?? path,
        size: bytes.length,
        etag: `"{${id}},${file.versions.length + 1}"`,
        versionId: `${file.versions.length + 1}.0`,
        hash: createHash('sha256').update(bytes).digest('hex'),
        webUrl: `https://prove.sharepoint.com/${path}`,
      };
    },
    download: async (id, { versionId } = {}) => {
      const versions = files.get(id)?.versions ?? [];
      const bytes = versionId === undefined ? versions.at(-1) : versions[Number.parseInt(versionId, 10) - 1];
      if (!bytes) throw missing('sharepoint.itemGone', { key: id });
      return bytes;
    },
    remove: async (id) => {
      if (!files.delete(id)) throw missing('sharepoint.itemGone', { key: id });
    },
  };
}
