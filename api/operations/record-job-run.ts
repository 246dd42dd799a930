import type { Context } from '../context.ts';
import { nowOf, type Instant } from '../kernel/index.ts';
import { isTurnDue, type RunResult } from './job-run.ts';
import { JobRuns } from './job-run-list.ts';

/**
 * Takes a daily job's turn for this run of the program (`holder`). True for exactly one of several instances that ask:
 * the first write wins, and who comes later reads it. 2 resource units when taken, none when the turn is not due.
 */
export async function takeTurn(context: Context, name: string, turn: Instant, holder: string): Promise<boolean> {
  const runs = context.list(JobRuns);
  const startedAt = nowOf(context.clock);
  const taken = { turn, startedAt, holder };
  if (!isTurnDue(runs.get(name), turn, startedAt)) return false;
  const made = runs.get(name) ? undefined : await runs.create({ key: name, title: name, ...taken }, 'background');
  if (made && !made.existed) return true;
  let isOurs = false;
  await runs.update(
    name,
    (current) => {
      // A write that was made although its answer was lost is found here, and not refused.
      const isTaken = current.holder === holder && current.turn === turn && current.startedAt === startedAt;
      isOurs = isTaken || isTurnDue(current, turn, startedAt);
      return isOurs && !isTaken ? taken : undefined;
    },
    'background',
  );
  return isOurs;
}

/** Writes down how a run went. 2 resource units. */
export async function noteRun(context: Context, name: string, { at, tookMs, problem }: RunResult): Promise<void> {
  const runs = context.list(JobRuns);
  const result = { lastRunAt: at, tookMs, ...(problem === undefined ? { lastOkAt: at } : { problem }) };
  if (!runs.get(name)) {
    const { existed } = await runs.create({ key: name, title: name, ...result }, 'background');
    if (!existed) return;
  }
  await runs.update(name, () => ({ ...result, problem }), 'background');
}
