import type { Context } from '../../api/context.ts';
import type { ListDefinition, Stored } from '../../api/sharepoint/index.ts';
import { asAppError, failureWords } from '../../api/kernel/index.ts';
import { followerCursor } from './cursor.ts';
import { realTime, type RealTime } from './real-time.ts';

export interface CardFollowerOptions<R extends { key: string }> {
  context: Context;
  /** Key of its cursor, e.g. `policy-receipts`. */
  name: string;
  list: ListDefinition<R>;
  /** Called for each new item, in item id order. Must be idempotent: repeated after a crash. */
  run(record: Stored<R>): Promise<unknown>;
  time?: RealTime;
  /** Longest interval between writes of the cursor (ms); 2 resource units each. */
  saveEvery?: number;
}

/** Updates sent cards. */
export interface Follower {
  /** Does all that is new now. */
  process(): Promise<void>;
  /** Completes running work. */
  stop?(): Promise<void>;
}

export interface CardFollower extends Follower {
  start(): void;
  stop(): Promise<void>;
}

const lookEvery = 1_000;

/**
 * Follows a list's new items and calls a function for each, once per run of the program. The stored cursor lags one
 * saving period: items created at the same moment may become visible out of order, and a late one is still found, also
 * after a restart. The first start begins at the list's end.
 */
export function createCardFollower<R extends { key: string }>(options: CardFollowerOptions<R>): CardFollower {
  const { context, name, list, time = realTime, saveEvery = 60_000 } = options;
  const cursor = followerCursor(context, { name, title: `${name} follows ${list.name}` });
  const stopping = new AbortController();
  /** Completed item ids after the cursor. */
  const done = new Set<number>();
  let base: number | undefined;
  let nextBase = 0;
  let savedAt = time.now();
  let seenVersion = -1;
  let current = Promise.resolve();

  async function follow(): Promise<void> {
    const handle = context.list(list);
    base ??= await cursor.read(() => endOf(handle.all()));
    nextBase ||= base;
    if (handle.version !== seenVersion) {
      const { version } = handle;
      let isAllDone = true;
      for (const { record, id } of newItems(handle.all(), base, done)) {
        if (stopping.signal.aborted) return;
        if (await runOne(record)) done.add(id);
        else isAllDone = false;
      }
      if (isAllDone) seenVersion = version;
    }
    if (time.now() - savedAt >= saveEvery) base = await save(base);
  }

  /** Whether it is complete: failures due to an unavailable list are retried. */
  async function runOne(record: Stored<R>): Promise<boolean> {
    try {
      await options.run(record);
      return true;
    } catch (thrown) {
      const { kind, code } = asAppError(thrown);
      context.log.warn(
        { follower: name, key: record.key, code, error: failureWords(thrown) },
        'follow-up of an item failed',
      );
      return kind !== 'unavailable';
    }
  }

  async function save(position: number): Promise<number> {
    savedAt = time.now();
    const reached = nextBase;
    for (const id of done) nextBase = Math.max(nextBase, id);
    if (reached <= position) return position;
    await cursor.save(reached);
    for (const id of done) if (id <= reached) done.delete(id);
    return reached;
  }

  /** Serialised, for concurrent calls of job and `process`. */
  const process = (): Promise<void> => {
    current = current.then(follow).catch((thrown: unknown) => {
      const { code } = asAppError(thrown);
      context.log.warn({ follower: name, code, error: failureWords(thrown) }, 'list not followed, tried again');
    });
    return current;
  };
  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await process();
      await time.wait(lookEvery, stopping.signal);
    }
  }
  let looping: Promise<void> | undefined;
  return {
    process,
    start: () => void (looping ??= loop()),
    stop: async () => {
      stopping.abort();
      await looping;
      await current;
    },
  };
}

const endOf = (all: readonly Stored<{ key: string }>[]): number =>
  all.reduce((highest, { item }) => Math.max(highest, Number(item.id)), 0);

/** Called after every receipt, so it must not process the 100,000 completed ones. */
function newItems<R>(all: readonly Stored<R>[], base: number, done: ReadonlySet<number>) {
  const idOf = ({ item }: Stored<R>) => Number(item.id);
  return all
    .filter((record) => idOf(record) > base && !done.has(idOf(record)))
    .map((record) => ({ record, id: idOf(record) }))
    .sort((one, other) => one.id - other.id);
}
