import type { Context } from '../context.ts';
import { sharedPart } from '../shared-part.ts';
import { outsideLists, countsAsRead } from '../sharepoint/index.ts';
import { asAppError, notWaitedFor, nowOf, type AppError, type Instant } from '../kernel/index.ts';

/** A running import, or the latest result. */
export interface RunningImport {
  total: number;
  written: number;
  running: boolean;
  startedAt: Instant;
  /** Error code, if interrupted. */
  problem?: string;
}

const noteRead = countsAsRead(outsideLists);

/** Between two reports of progress to other instances (ms). */
const tellEvery = 1_000;
/** Longest wait of an answer (ms); the rest is written after it. */
const patience = 8_000;

/**
 * Imports of one kind, one at a time, seen by all instances. In memory: after a crash the same file is imported again.
 * `About` are ids that identify runs, for the reader and the log.
 */
export function importRuns<About extends Readonly<Record<string, string>>>(kind: string, busy: () => AppError) {
  type Run = RunningImport & About;
  const runs = sharedPart<Run>(`imports/${kind}`);
  return {
    runOf: (context: Context): Run | undefined => {
      noteRead();
      return runs.get(context);
    },
    /**
     * Writes, and answers when done or after the time limit. `write` reports progress. Throws what `busy` creates while
     * another import runs, and errors within the time limit.
     */
    async start(
      context: Context,
      about: About,
      total: number,
      write: (onWritten: (written: number) => void) => Promise<void>,
    ): Promise<{ written: number; left: number }> {
      if (runs.get(context)?.running) throw busy();
      const run: Run = { ...about, total, written: 0, running: true, startedAt: nowOf(context.clock) };
      const tell = () => runs.set(context, run);
      tell();
      const writing = notWaitedFor(() => carryOut(context, about, run, write, tell));
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
  tell: () => void,
): Promise<void> {
  let toldAt = performance.now();
  try {
    await write((written) => {
      run.written = written;
      if (performance.now() - toldAt < tellEvery) return;
      toldAt = performance.now();
      tell();
    });
  } catch (thrown) {
    const { code } = asAppError(thrown);
    run.problem = code;
    context.log.warn({ ...about, code, written: run.written }, 'an import stopped');
    throw thrown;
  } finally {
    run.running = false;
    tell();
  }
}
