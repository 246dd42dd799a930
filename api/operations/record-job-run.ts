import type { Context } from '../context.ts';
import { nowOf, type Instant } from '../kernel/index.ts';
import { isTurnDue, type RunResult } from './job-run.ts';
import { isSetAside, type Stored } from '../sharepoint/index.ts';
import { JobRuns, type JobRun } from './job-run-list.ts';

/** Most damaged items of one job to skip. */
const mostDamaged = 9;

/**
 * Key of a job's run: its name, or the first of `name~2`, `name~3` … if the item before does not parse. Only the
 * program writes these items, and a job must not stop until a damaged one is repaired.
 */
function keyOf(context: Context, name: string): string {
  const runs = context.list(JobRuns);
  for (let number = 1; number <= mostDamaged; number += 1) {
    const key = number === 1 ? name : `${name}~${number}`;
    if (!isSetAside(runs, key)) return key;
  }
  return name;
}

/** A job's latest recorded run. From memory. */
export const runOf = (context: Context, name: string): Stored<JobRun> | undefined =>
  context.list(JobRuns).get(keyOf(context, name));

/**
 * Takes a daily job's turn for this run of the program (`holder`). True for exactly one of concurrent instances: the
 * first write wins, the others read it. 2 resource units when taken, none when not due.
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
      // A write whose answer was lost is recognised here.
      const isTaken = current.holder === holder && current.turn === turn && current.startedAt === startedAt;
      isOurs = isTaken || isTurnDue(current, turn, startedAt);
      return isOurs && !isTaken ? taken : undefined;
    },
    'background',
  );
  return isOurs;
}

/** Records a run. 2 resource units. */
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
