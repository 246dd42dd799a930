import type { Context } from '../context.ts';
import { nowOf, type Instant } from '../kernel/index.ts';
import { isTurnDue, type RunResult } from './job-run.ts';
import { isSetAside, type Stored } from '../sharepoint/index.ts';
import { JobRuns, type JobRun } from './job-run-list.ts';

/** Damaged items of one job: more are not gone round. */
const mostDamaged = 9;

/**
 * What a job's run is kept under: its name, or the first of `name~2`, `name~3` … where the item before it does not parse.
 * Nobody but the program writes these items, and a job is not to rest until one that was damaged has been seen to.
 */
function keyOf(context: Context, name: string): string {
  const runs = context.list(JobRuns);
  for (let number = 1; number <= mostDamaged; number += 1) {
    const key = number === 1 ? name : `${name}~${number}`;
    if (!isSetAside(runs, key)) return key;
  }
  return name;
}

/** The latest run of a job that is written down. From memory. */
export const runOf = (context: Context, name: string): Stored<JobRun> | undefined =>
  context.list(JobRuns).get(keyOf(context, name));

/**
 * Takes a daily job's turn for this run of the program (`holder`). True for exactly one of several instances that ask:
 * the first write wins, and who comes later reads it. 2 resource units when taken, none when the turn is not due.
 */
export async function takeTurn(context: Context, name: string, turn: Instant, holder: string): Promise<boolean> {
  const runs = context.list(JobRuns);
  const startedAt = nowOf(context.clock);
  const taken = { turn, startedAt, holder };
  const key = keyOf(context, name);
  if (!isTurnDue(runs.get(key), turn, startedAt)) return false;
  const made = runs.get(key) ? undefined : await runs.create({ key, title: name, ...taken }, 'background');
  if (made && !made.existed) return true;
  let isOurs = false;
  await runs.update(
    key,
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
  const key = keyOf(context, name);
  if (!runs.get(key)) {
    const { existed } = await runs.create({ key, title: name, ...result }, 'background');
    if (!existed) return;
  }
  await runs.update(key, () => ({ ...result, problem }), 'background');
}
