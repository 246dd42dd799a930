import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, notWaitedFor, nowOf, type AppError, type Instant } from '../kernel/index.ts';

/** An import that is being written, or how the latest ended. */
export interface RunningImport {
  total: number;
  written: number;
  running: boolean;
  startedAt: Instant;
  /** Error code, when it stopped before its end. */
  problem?: string;
}

/** An answer waits so long (ms); what is not written by then is written after it. */
const patience = 8_000;

/**
 * The imports of one kind, one at a time. They live in the process: what a crash leaves is written by importing the same
 * file again. `About` are ids that tell runs apart, for the reader and for the log.
 */
export function importRuns<About extends Readonly<Record<string, string>>>(busy: () => AppError) {
  type Run = RunningImport & About;
  const runs = contextPart<Run>('imports/importRuns');
  return {
    runOf: (context: Context): Run | undefined => runs.get(context),
    /**
     * Writes, and answers when all is written or patience ends. `write` tells how many are written so far. Throws what
     * `busy` makes while another import is being written, and what stopped this one when that happened in time.
     */
    async start(
      context: Context,
      about: About,
      total: number,
      write: (onWritten: (written: number) => void) => Promise<void>,
    ): Promise<{ written: number; left: number }> {
      if (runs.get(context)?.running) throw busy();
      const run: Run = { ...about, total, written: 0, running: true, startedAt: nowOf(context.clock) };
      runs.set(context, run);
      const writing = notWaitedFor(() => carryOut(context, about, run, write));
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => void (timer = setTimeout(resolve, patience)));
      await Promise.race([writing, enough]).finally(() => clearTimeout(timer));
      return { written: run.written, left: run.running ? run.total - run.written : 0 };
    },
  };
}

async function carryOut(
  context: Context,
  about: Readonly<Record<string, string>>,
  run: RunningImport,
  write: (onWritten: (written: number) => void) => Promise<void>,
): Promise<void> {
  try {
    await write((written) => void (run.written = written));
  } catch (thrown) {
    const { code } = asAppError(thrown);
    run.problem = code;
    context.log.warn({ ...about, code, written: run.written }, 'an import stopped');
    throw thrown;
  } finally {
    run.running = false;
  }
}
