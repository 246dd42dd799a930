import type { Context } from '../context.ts';
import {
  codecOf,
  etagNumber,
  GraphFailure,
  type ListDefinition,
  type ListHandle,
  type Stored,
} from '../sharepoint/index.ts';
import { intendChange, isActUnderWay, noteChange } from './act-under-way.ts';
import type { RecordChange } from './audit-list.ts';
import { contentOf, forget, leaveUnsettled } from './intended-writes.ts';
import { toldFields } from './told-change.ts';

/** Business lists audited by field, with the single-line columns whose text is stored. */
export type TrailedLists = Readonly<Record<string, readonly string[]>>;

/**
 * Lists whose handles collect the current act's changes: the one place all acts pass through. Append-only lists
 * (receipts, votes, deliveries) are excluded: they are their own trail. A change in an act costs one append to the
 * journal before it is written (`settleWrites`), and no unit.
 */
export function recordingLists(
  list: Context['list'],
  trailed: TrailedLists,
  contextOf: () => Context,
): Context['list'] {
  const cache = new WeakMap<object, unknown>();
  return <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = list(definition);
    const words = trailed[definition.name];
    if (!words) return handle;
    const known = cache.get(handle) ?? recording(handle, words, contextOf);
    cache.set(handle, known);
    // Cached by the original handle.
    return known as ListHandle<R>;
  };
}

function recording<R extends { key: string }>(
  handle: ListHandle<R>,
  words: readonly string[],
  contextOf: () => Context,
): ListHandle<R> {
  const { definition } = handle;
  const codec = codecOf(definition);
  const list = definition.name;
  const told = (what: RecordChange['what'], before: Stored<R> | undefined, after: Stored<R> | undefined) => {
    const record = after ?? before;
    if (!record) return undefined;
    const fields = what === 'create' ? [] : toldFields(definition, codec, words, before, after);
    // Nothing but who changed it last.
    if (what === 'change' && fields.length === 0) return undefined;
    return {
      change: { list, key: record.key, what, ...(fields.length === 0 ? {} : { fields }) },
      ...withCentre(record),
    };
  };
  const note = (
    what: RecordChange['what'],
    before: Stored<R> | undefined,
    after: Stored<R> | undefined,
    intended: string | undefined,
  ) => {
    const noted = told(what, before, after);
    const record = after ?? before;
    if (noted && record) noteChange(contextOf(), { ...noted, version: versionOf(record), intended });
    else changedNothing(intended);
  };
  const changedNothing = (intended: string | undefined) => {
    if (intended !== undefined) forget(contextOf(), [intended]);
  };
  /** The write may have taken effect though its answer never came. */
  const failed = (thrown: unknown, intended: string | undefined) => {
    if (intended === undefined) return;
    if (thrown instanceof GraphFailure && thrown.mayHaveLanded) leaveUnsettled(contextOf(), [intended]);
    else forget(contextOf(), [intended]);
  };
  const intendCreate = async (record: R): Promise<string | undefined> => {
    if (!isActUnderWay() || handle.get(record.key)) return undefined;
    const change = { list, key: record.key, what: 'create' as const };
    return intendChange(contextOf(), { change, ...withCentre(record) });
  };
  const intendUpdate = async (before: Stored<R>, changes: Partial<Omit<R, 'key'>>, key: string | undefined) => {
    if (!isActUnderWay()) return undefined;
    const encoded = codec.encode(changes);
    const columns = Object.keys(encoded);
    const after = { ...codec.overlay(before, columns, encoded), item: before.item };
    const noted = told('change', before, after);
    if (!noted) return key;
    const content = contentOf(codec, after, columns);
    return intendChange(contextOf(), { ...noted, before: itemOf(before), content }, key);
  };
  const intendRemove = async (before: Stored<R> | undefined): Promise<string | undefined> => {
    const noted = isActUnderWay() ? told('remove', before, undefined) : undefined;
    return before && noted && intendChange(contextOf(), { ...noted, before: itemOf(before) });
  };
  return {
    definition,
    get version() {
      return handle.version;
    },
    all: () => handle.all(),
    changesSince: (version) => handle.changesSince(version),
    get: (key) => handle.get(key),
    fresh: (key, lane) => handle.fresh(key, lane),
    held: () => handle.held(),
    removeUnchanged: (item, lane) => handle.removeUnchanged(item, lane),
    freshness: () => handle.freshness(),
    setAside: () => handle.setAside(),
    create: async (record, lane) => {
      const intended = await intendCreate(record);
      try {
        const made = await handle.create(record, lane);
        if (made.existed) changedNothing(intended);
        else note('create', undefined, made.record, intended);
        return made;
      } catch (thrown) {
        failed(thrown, intended);
        throw thrown;
      }
    },
    update: async (key, change, lane, beforeWrite) => {
      let before: Stored<R> | undefined;
      let intended: string | undefined;
      const decide = (current: Stored<R>) => {
        const changes = change(current);
        before = changes === undefined ? undefined : current;
        return changes;
      };
      const intendThis = async (current: Stored<R>, changes: Partial<Omit<R, 'key'>>) => {
        await beforeWrite?.(current, changes);
        intended = await intendUpdate(current, changes, intended);
      };
      try {
        const after = await handle.update(key, decide, lane, intendThis);
        if (before) note('change', before, after, intended);
        else changedNothing(intended);
        return after;
      } catch (thrown) {
        failed(thrown, intended);
        throw thrown;
      }
    },
    remove: async (key, lane) => {
      const before = handle.get(key);
      const intended = await intendRemove(before);
      try {
        await handle.remove(key, lane);
      } catch (thrown) {
        failed(thrown, intended);
        throw thrown;
      }
      note('remove', before, undefined, intended);
    },
  };
}

const versionOf = ({ item }: { item: { id: string; etag: string } }): string =>
  `${item.id}.${/,(\d+)/.exec(item.etag)?.[1] ?? item.etag.replace(/\W/g, '')}`;
const itemOf = ({ item }: { item: { id: string; etag: string } }) => ({ id: item.id, version: etagNumber(item.etag) });
const withCentre = (record: object): { centreId?: string } =>
  'centreId' in record && typeof record.centreId === 'string' ? { centreId: record.centreId } : {};
