import { Worker } from 'node:worker_threads';
import { unavailable } from '../../kernel/index.ts';
import type { JournalEngine, JournalStatus } from '../engine.ts';
import { journalFile } from './journal-file.ts';
import { mostAtOnce, type Answers, type OpenJournal, type Order, type Refusal, type Reply } from './protocol.ts';

export type EmbeddedOptions = Pick<OpenJournal, 'folder' | 'owner'> &
  Partial<Pick<OpenJournal, 'waitForLockMs' | 'mostPages'>>;

/** The state folder is another's: a second program must not carry out the same promises. */
export class StateFolderRefused extends Error {
  readonly refusal: Refusal;
  constructor(folder: string, refusal: Refusal) {
    super(
      refusal === 'inUse'
        ? `another program uses the state folder ${folder}: stop it, or name another folder`
        : `the state folder ${folder} belongs to another SharePoint site: name another folder`,
    );
    this.name = 'StateFolderRefused';
    this.refusal = refusal;
  }
}

/** A quarter of a gigabyte. */
const mostPages = 65_536;
/** A terminating program takes some seconds. */
const waitForLockMs = 10_000;
/** Unanswered calls; more means that the disk is stalled. */
const mostWaiting = 20_000;

type Done = Extract<Reply, { done: true }>;
/** An order without its number. */
type Asked = Order extends infer Each ? (Each extends { id: number } ? Omit<Each, 'id'> : never) : never;

/** Carries out orders in sequence and returns the answers. */
type Carrier = Pick<Worker, 'postMessage' | 'ref' | 'unref' | 'terminate'>;

/** In memory there is no disk to wait for: a thread would only cost. */
function inThisThread(data: OpenJournal, take: (answers: Answers) => void): Carrier {
  const file = journalFile(data);
  const orders: Order[] = [];
  const carryOut = () => {
    take(file.carryOut(orders.splice(0, mostAtOnce)));
    if (orders.length > 0) setImmediate(carryOut);
  };
  return {
    postMessage: (order: Order) => void (orders.push(order) === 1 && setImmediate(carryOut)),
    ref: () => undefined,
    unref: () => undefined,
    terminate: async () => 0,
  };
}

/**
 * SQLite in a file of the state folder, on a worker thread (WAL, synchronous=FULL): waiting orders share one
 * transaction. With the folder `:memory:` nothing is stored, and no thread is started. Throws StateFolderRefused when
 * the folder must not be used; an unwritable one opens, and each call throws until it can be written.
 */
export async function openEmbeddedEngine(options: EmbeddedOptions): Promise<JournalEngine> {
  const data: OpenJournal = { waitForLockMs, mostPages, ...options };
  const waiting = new Map<number, { resolve(reply: Done): void; reject(thrown: unknown): void }>();
  let worker: Carrier | undefined;
  let last = 0;
  let status: JournalStatus = { state: 'ok', damaged: [] };

  function started(): Carrier {
    const take = ({ replies, status: now }: Answers) => {
      status = now;
      for (const reply of replies) answer(reply);
    };
    if (data.folder === ':memory:') return inThisThread(data, take);
    const fresh = new Worker(new URL('./journal-worker.ts', import.meta.url), { workerData: data });
    fresh.on('message', (answers: Answers) => {
      take(answers);
      if (waiting.size === 0) fresh.unref();
    });
    fresh.on('error', () => lost(fresh));
    fresh.on('exit', () => lost(fresh));
    return fresh;
  }

  function answer(reply: Reply): void {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.done) asked?.resolve(reply);
    else if (reply.refused) asked?.reject(new StateFolderRefused(data.folder, reply.refused));
    else asked?.reject(unavailable('journal.unavailable', { reason: reply.code }));
  }

  /** The thread has ended. Its unanswered orders may be written or not; the next call starts another. */
  function lost(gone: Worker): void {
    if (worker !== gone) return;
    worker = undefined;
    if (waiting.size > 0) status = { ...status, state: 'unavailable', code: 'failed' };
    for (const id of [...waiting.keys()]) answer({ id, done: false, code: 'failed' });
  }

  function ask(order: Asked): Promise<Done> {
    if (waiting.size >= mostWaiting) return Promise.reject(unavailable('journal.unavailable', { reason: 'tooMany' }));
    worker ??= started();
    worker.ref();
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ ...order, id: last });
    return promise;
  }

  await ask({ do: 'open' }).catch(async (thrown: unknown) => {
    if (!(thrown instanceof StateFolderRefused)) return;
    await worker?.terminate();
    throw thrown;
  });

  return {
    add: async (kind, key, text) => (await ask({ do: 'add', kind, key, text })).added === true,
    put: async (kind, key, text) => void (await ask({ do: 'put', kind, key, text })),
    remove: async (kind, keys) => void (await ask({ do: 'remove', kind, keys })),
    all: async (kind) => (await ask({ do: 'all', kind })).entries ?? [],
    status: () => status,
    close: async () => {
      await ask({ do: 'close' }).catch(() => undefined);
      await worker?.terminate();
    },
  };
}
