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
/** A program that is told to end takes some seconds. */
const waitForLockMs = 10_000;
/** Calls that have no answer yet; more than that means that the disk stands still. */
const mostWaiting = 20_000;

type Done = Extract<Reply, { done: true }>;
/** An order before it has its number. */
type Asked = Order extends infer Each ? (Each extends { id: number } ? Omit<Each, 'id'> : never) : never;

/** Carries out orders, in turn, and gives the answers to whoever opened it. */
type Carrier = Pick<Worker, 'postMessage' | 'ref' | 'unref' | 'terminate'>;

/** For what is kept nowhere: no disk is waited for, so that a thread would only cost. */
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
 * SQLite in a file of the state folder, on a thread of its own (WAL, synchronous=FULL): whatever waits is written in one
 * transaction. With the folder `:memory:` nothing is kept, and no thread is started. Throws StateFolderRefused when the folder is not ours to use;
 * when it cannot be written to, it opens all the same and each call throws until it can.
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

  /** The thread has ended. What it had not answered may be written or not; the next call begins another. */
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
