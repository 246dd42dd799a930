import type { Context } from '../../context.ts';
import { asAppError, conflict, nowOf, type Actor } from '../../kernel/index.ts';
import type { ImportRun } from '../contract.ts';
import { recordCompletions, type CompletionRow } from '../record-completions.ts';

/** One at a time. It lives in the process: what a crash leaves is recorded by importing the same file again. */
const runs = new WeakMap<Context, ImportRun>();
export const importRunOf = (context: Context): ImportRun | undefined => runs.get(context);

/** An answer waits so long (ms); what is not written by then is written after it. */
const patience = 8_000;

/**
 * Writes completions, and answers when all are written or patience ends. Throws AppError `conflict` while another import
 * is being written, and what stopped this one when that happened in time.
 */
export async function startImportRun(
  context: Context,
  actor: Actor,
  courseKey: string,
  rows: readonly CompletionRow[],
): Promise<{ recorded: number; left: number }> {
  if (runs.get(context)?.running) throw conflict('awareness.importRunning');
  const run: ImportRun = { courseKey, total: rows.length, recorded: 0, running: true, startedAt: nowOf(context.clock) };
  runs.set(context, run);
  const writing = write(context, actor, rows, run);
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => void (timer = setTimeout(resolve, patience)));
  await Promise.race([writing, enough]).finally(() => clearTimeout(timer));
  return { recorded: run.recorded, left: run.running ? run.total - run.recorded : 0 };
}

async function write(context: Context, actor: Actor, rows: readonly CompletionRow[], run: ImportRun): Promise<void> {
  try {
    const { recorded } = await recordCompletions(context, actor.personId, rows, {
      onRecorded: (done) => void (run.recorded = done),
    });
    run.recorded = recorded;
  } catch (thrown) {
    const { code } = asAppError(thrown);
    run.problem = code;
    context.log.warn({ courseKey: run.courseKey, code, recorded: run.recorded }, 'an import stopped');
    throw thrown;
  } finally {
    run.running = false;
  }
}
