import { Piscina } from 'piscina';

const idleMilliseconds = 60_000;

/** What one piece of work may take before it is given up. */
export interface ThreadLimits {
  milliseconds: number;
  /** Of the thread's heap: a small archive can hold a very large file, and must not take the program with it. */
  megabytes: number;
}

/**
 * Work that takes the processor for seconds, done on a thread of its own, so that people who press a card meanwhile do not
 * wait. `script` exports it as `work`, from one cloneable value to another. Two threads at most; one that has nothing to do
 * stays a minute for the next. Rejects with what `work` threw, and when a limit was passed.
 */
export function ownThread<Input, Output>(script: URL, { milliseconds, megabytes }: ThreadLimits) {
  let threads: Piscina<Input, Output> | undefined;
  return (input: Input): Promise<Output> => {
    threads ??= new Piscina<Input, Output>({
      filename: script.href,
      name: 'work',
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: idleMilliseconds,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    return threads.run(input, { signal: AbortSignal.timeout(milliseconds) });
  };
}
