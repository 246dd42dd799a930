import type { Context } from '../../context.ts';
import { importRuns } from '../../imports/index.ts';
import { conflict, type Actor } from '../../kernel/index.ts';
import type { ImportRun } from '../contract.ts';
import { recordCompletions, type CompletionRow } from '../record-completions.ts';

const runs = importRuns<{ courseKey: string }>(() => conflict('awareness.importRunning'));

export function importRunOf(context: Context): ImportRun | undefined {
  const run = runs.runOf(context);
  if (!run) return undefined;
  const { written, ...rest } = run;
  return { ...rest, recorded: written };
}

/**
 * Writes completions, and answers when done or after a time limit. Throws AppError `conflict` while another import
 * runs, and errors within the limit.
 */
export async function startImportRun(
  context: Context,
  actor: Actor,
  courseKey: string,
  rows: readonly CompletionRow[],
): Promise<{ recorded: number; left: number }> {
  const { written, left } = await runs.start(context, { courseKey }, rows.length, async (onWritten) => {
    const { recorded } = await recordCompletions(context, actor.personId, rows, { onRecorded: onWritten });
    onWritten(recorded);
  });
  return { recorded: written, left };
}
