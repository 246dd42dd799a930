import { Piscina } from 'piscina';
import { asAppError, invalid, unavailable, type AppError } from '../kernel/index.ts';
import { inPlace, mostAtOnce } from './places.ts';

const idleMilliseconds = 60_000;

/** What one piece of work may take before it is given up. */
export interface ThreadLimits {
  milliseconds: number;
  /** Of the thread's heap: a small archive can hold a very large file, and must not take the program with it. */
  megabytes: number;
}

/** Of what lives for a moment only; without it a thread takes as much again as its heap. */
const youngMegabytes = 32;
/** Pieces of work that wait for a thread; whoever comes then is told to try again. */
const mostWaiting = 24;
/** Of the operating system's steps, as `nice` has them: who answers people goes before who draws a document. */
const lowered = 5;

/**
 * Work that takes the processor for seconds, done on a thread of its own, so that people who press a card meanwhile do not
 * wait; it gets what the thread that answers people leaves of the processor. `script` exports it as `work`, from one cloneable
 * value to another. People take turns for the few threads there are, and the time is counted from when it begins; a thread
 * that has nothing to do stays a minute for the next. Rejects with what `work` threw, or with an AppError: invalid `threads.tooMuch` when a limit
 * of time or memory was passed, unavailable `threads.busy` when too many wait already.
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

/** What the thread itself says, as an error that its reader understands; undefined for what the work threw. */
function refusalOf(thrown: unknown): AppError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = 'code' in thrown ? thrown.code : undefined;
  const isStopped = thrown.name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isStopped ? invalid('threads.tooMuch') : undefined;
}

/** True when the work was not even begun: the same may be asked again in a moment. */
export const isBusy = (thrown: unknown): boolean => asAppError(thrown).code === 'threads.busy';
