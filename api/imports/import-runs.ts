import { z } from 'zod';
import { contextPart } from '../context-part.ts';
import type { Context } from '../context.ts';
import { journalKind } from '../journal/index.ts';
import { sharedPart, type SharedPart } from '../shared-part.ts';
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

/** A run that has not ended, by kind: all that is left of it after a kill. */
const unendedRuns = journalKind(
  'import',
  z.object({
    about: z.record(z.string(), z.string()),
    total: z.number(),
    written: z.number(),
    startedAt: z.iso.datetime(),
  }),
);
/** How long a run that a kill ended is shown: 14 days (ms). */
const shownMs = 14 * 86_400_000;
const parts = new Map<string, SharedPart<RunningImport>>();
/** Kinds that this program runs now. */
const here = contextPart<Set<string>>('imports/here');

/** Between two reports of progress to other instances and to the journal (ms). */
const tellEvery = 1_000;
/** Longest wait of an answer (ms); the rest is written after it. */
const patience = 8_000;

/**
 * Imports of one kind, one at a time, seen by all instances. One that a kill ended is shown until the next of its kind.
 * `About` are ids that identify runs, for the reader and the log.
 */
export function importRuns<About extends Readonly<Record<string, string>>>(kind: string, busy: () => AppError) {
  type Run = RunningImport & About;
  const runs = sharedPart<Run>(`imports/${kind}`);
  parts.set(kind, runs);
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
      const note = noteOf(context, kind, about, run);
      const ownKinds = here.get(context) ?? new Set();
      here.set(context, ownKinds.add(kind));
      const tell = () => {
        runs.set(context, run);
        return note.write();
      };
      const noted = tell();
      const writing = notWaitedFor(async () => {
        await noted;
        try {
          await carryOut(context, about, run, write, tell);
        } finally {
          await note.remove();
          ownKinds.delete(kind);
        }
      });
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
  tell: () => Promise<void>,
): Promise<void> {
  let toldAt = performance.now();
  try {
    await write((written) => {
      run.written = written;
      if (performance.now() - toldAt < tellEvery) return;
      toldAt = performance.now();
      void tell();
    });
  } catch (thrown) {
    const { code } = asAppError(thrown);
    run.problem = code;
    context.log.warn({ ...about, code, written: run.written }, 'an import stopped');
    throw thrown;
  } finally {
    run.running = false;
    void tell();
  }
}

/** The run in the journal. One that cannot be noted is carried out all the same. */
function noteOf({ journal }: Context, kind: string, about: Readonly<Record<string, string>>, run: RunningImport) {
  let latest: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>) => (latest = latest.then(work).catch(() => undefined));
  return {
    write: () => {
      const { total, written, startedAt } = run;
      return next(() => journal.put(unendedRuns, kind, { about, total, written, startedAt }));
    },
    remove: () => next(() => journal.remove(unendedRuns, [kind])),
  };
}

/**
 * Shows the imports that ended with their program as interrupted: the same file writes the rest. Free when there are
 * none. Throws AppError of the journal; the next run goes on.
 */
export async function showInterruptedImports(context: Context): Promise<void> {
  const now = context.clock.now().getTime();
  for (const { key, data } of await context.journal.takeOver(unendedRuns)) {
    const { about, startedAt, ...run } = data;
    const part = parts.get(key);
    if (!part || now - Date.parse(startedAt) > shownMs) {
      await context.journal.remove(unendedRuns, [key]);
      continue;
    }
    if (here.get(context)?.has(key)) continue;
    part.set(context, {
      ...about,
      ...run,
      startedAt: startedAt as Instant,
      running: false,
      problem: 'imports.interrupted',
    });
    context.log.warn(
      { ...about, code: 'imports.interrupted', written: run.written },
      'an import ended with its program',
    );
  }
}
