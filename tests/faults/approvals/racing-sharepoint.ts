import type { Context } from '../../../api/context.ts';
import type { ListDefinition, ListHandle } from '../../../api/sharepoint/index.ts';
import { createUnitBudget, GraphFailure, type Graph } from '../../../api/sharepoint/index.ts';
import { codecOf, type GraphFields } from '../../../api/sharepoint/codec.ts';
import { listWrites } from '../../../api/sharepoint/list-writes.ts';
import { createMirror } from '../../../api/sharepoint/mirror.ts';

/** Outcomes of one call. Mostly `none`. */
export const mishaps = ['none', '409', '412', '429', '504before', '504after', 'resetAfter'] as const;
export type Mishap = (typeof mishaps)[number];

interface Settings {
  /** The round trip to SharePoint: the schedule decides who proceeds. */
  travel: (call: string) => Promise<void>;
  mishap: () => Mishap;
  /** Called synchronously with the caller's decision, before the write is sent. */
  decided: () => unknown;
}

/** A write as accepted by SharePoint, and the state the writer based it on. */
export interface Commit<R> {
  record: R;
  world: unknown;
}

interface Item {
  id: string;
  version: number;
  fields: GraphFields;
}

/**
 * One list in a SharePoint that checks `If-Match` and whose calls overlap as scheduled, with any number of instances of
 * the program on it. Each has the real write path of a list and a mirror of its own.
 */
export function racingSharePoint<R extends { key: string }>(definition: ListDefinition<R>, settings: Settings) {
  const codec = codecOf(definition);
  const items = new Map<string, Item>();
  const commits: Commit<R>[] = [];

  const answerOf = ({ id, version, fields }: Item) => ({ id, eTag: `"${id},${version}"`, fields });
  const failed = (status: number, mayHaveLanded: boolean) =>
    new GraphFailure('PATCH', '', { status, graphCode: '', message: '', innerCodes: [] }, mayHaveLanded);
  const keep = (id: string, fields: GraphFields, world: unknown): Item => {
    const item = { id, version: (items.get(id)?.version ?? 0) + 1, fields: { ...items.get(id)?.fields, ...fields } };
    items.set(id, item);
    const decoded = codec.decode(item.fields);
    if (!('record' in decoded)) throw new Error(decoded.problems.join());
    commits.push({ record: decoded.record, world });
    return item;
  };

  const patch: Graph['patch'] = async (path, body, options) => {
    const world = settings.decided();
    await settings.travel('write');
    const id = path.split('/').at(-1) ?? '';
    const item = items.get(id);
    const what = settings.mishap();
    if (what === '429') throw failed(429, false);
    if (what === '504before') throw failed(504, true);
    if (what === '409' || what === '412') throw failed(Number(what), false);
    if (!item) throw failed(404, false);
    if (options?.headers?.['If-Match'] !== `"${id},${item.version}"`) throw failed(412, false);
    const after = keep(id, (body as { fields: GraphFields }).fields, world);
    await settings.travel('answer');
    if (what === '504after') throw failed(504, true);
    if (what === 'resetAfter') throw failed(0, true);
    return answerOf(after);
  };
  const get: Graph['get'] = async (path) => {
    await settings.travel('read');
    if (settings.mishap() === '429') throw failed(429, false);
    const item = items.get(/\/([^/?]+)\?/.exec(path)?.[1] ?? '');
    if (!item) throw failed(404, false);
    return answerOf(item);
  };
  const never = () => Promise.reject(new Error('not used here'));
  const graph: Graph = {
    ...{ get, patch, post: never, put: never, delete: never, call: never, budget: createUnitBudget() },
    pages: async function* () {},
  };

  const instance = () => {
    const mirror = createMirror(definition, codec);
    const source = () => ({ items: '', select: codec.select });
    const refresh = () => {
      for (const item of items.values()) mirror.put({ ...answerOf(item), etag: answerOf(item).eTag, modified: '' });
    };
    refresh();
    const handle: ListHandle<R> = {
      definition,
      get version() {
        return mirror.version;
      },
      all: mirror.all,
      changesSince: mirror.changesSince,
      get: mirror.get,
      ...listWrites({ graph, definition, codec, mirror, source }),
      held: () => undefined,
      freshness: () => ({ asOf: '', stale: false }),
      setAside: mirror.setAside,
    };
    return { handle, refresh };
  };

  return {
    commits: commits as readonly Commit<R>[],
    /** Adds an item known to everybody. */
    put: (record: R) => void keep(String(items.size + 1), codec.encode(record), settings.decided()),
    /** The context of another instance: this list from SharePoint, the others unchanged. */
    instanceOn: (bare: Context) => {
      const { handle, refresh } = instance();
      const list = <Other extends { key: string }>(wanted: ListDefinition<Other>) =>
        (wanted.name === definition.name ? handle : bare.list(wanted)) as ListHandle<Other>;
      const context: Context = { ...bare, list };
      return { context, refresh };
    },
  };
}
