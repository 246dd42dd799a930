import { Piscina } from 'piscina';
import { asAppError, invalid, unavailable, type AppError, waitedFor, waitingByPerson } from '../kernel/index.ts';
import { availableParallelism } from 'node:os';

const idleMilliseconds = 60_000;

/** Limits of one task. */
export interface ThreadLimits {
  milliseconds: number;
  /** Of the thread's heap: a small archive can hold a very large file, and must not crash the program. */
  megabytes: number;
}

/** For short-lived objects; by default a thread uses as much again as its heap. */
const youngMegabytes = 32;
/** Most queued tasks; further callers must retry. */
const mostWaiting = 24;
/** In `nice` steps: answering people precedes generating documents. */
const lowered = 5;

/**
 * Runs processor-heavy work (seconds) on a worker thread at lower priority, so that card presses are not blocked.
 * `script` exports it as `work`, from one cloneable value to another. People take turns for the few threads, and time
 * counts from the start of the task; an idle thread ends after a minute. Rejects with what `work` threw, or with an
 * AppError: invalid `threads.tooMuch` when a limit of time or memory was exceeded, unavailable `threads.busy` when too
 * many wait.
 */
export function ownThread<Input, Output>(script: URL, { milliseconds, megabytes }: ThreadLimits) {
  let threads: Piscina<Input, Output> | undefined;
  let asked = 0;
  return async (input: Input): Promise<Output> => {
    threads ??= new Piscina<Input, Output>({
      filename: script.href,
      name: 'work',
      minThreads: 0,
      maxThreads: mostAtOnce,
      niceIncrement: lowered,
      idleTimeout: idleMilliseconds,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    const pool = threads;
    if (asked >= mostAtOnce + mostWaiting) throw unavailable('threads.busy');
    asked += 1;
    try {
      return await inPlace(() => pool.run(input, { signal: AbortSignal.timeout(milliseconds) }));
    } catch (thrown) {
      throw refusalOf(thrown) ?? thrown;
    } finally {
      asked -= 1;
    }
  };
}

/** A thread's own failure as an AppError; undefined for an error of the work. */
function refusalOf(thrown: unknown): AppError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = 'code' in thrown ? thrown.code : undefined;
  const isStopped = thrown.name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isStopped ? invalid('threads.tooMuch') : undefined;
}

/** True when the work did not start: the caller may retry shortly. */
export const isBusy = (thrown: unknown): boolean => asAppError(thrown).code === 'threads.busy';

/** Concurrent tasks, of all kinds: each may take hundreds of megabytes. */
export const mostAtOnce = Math.max(2, availableParallelism() - 1);
/** One person's queued and running tasks; further ones must be retried. */
const mostOfOne = 8;

let inside = 0;
const ofOne = new Map<string, number>();
const waiting = waitingByPerson<() => void>();

/**
 * Runs the work when there is a place; people take turns. Throws AppError unavailable `threads.busy` above the person's
 * limit. Background work is never refused.
 */
async function inPlace<Output>(work: () => Promise<Output>): Promise<Output> {
  const who = waitedFor()?.who ?? '';
  const own = ofOne.get(who) ?? 0;
  if (who !== '' && own >= mostOfOne) throw unavailable('threads.busy');
  ofOne.set(who, own + 1);
  try {
    if (inside < mostAtOnce) inside += 1;
    else await comeIn(who);
    return await work().finally(leave);
  } finally {
    const left = (ofOne.get(who) ?? 1) - 1;
    if (left > 0) ofOne.set(who, left);
    else ofOne.delete(who);
  }
}

function comeIn(who: string): Promise<void> {
  const mine = Promise.withResolvers<void>();
  waiting.add(who, mine.resolve);
  return mine.promise;
}

/** Passes the place directly to the next: no other can take it. */
function leave(): void {
  const next = waiting.next();
  if (next) next();
  else inside -= 1;
}
