import type { Context } from '../../api/context.ts';
import { asAppError, instant, nowOf, type Instant } from '../../api/kernel/index.ts';
import {
  isNoteDue,
  JobRuns,
  noteRun,
  runOf,
  triedAgainAt,
  type JobRun,
  type RunResult,
} from '../../api/operations/index.ts';
import type { TimeOfDay, Turns } from './job-turns.ts';

/** A job's latest run, of this or another process; `problem` is an error code. */
export interface JobStatus {
  name: string;
  everySeconds?: number | undefined;
  at?: TimeOfDay | undefined;
  lastRunAt?: Instant | undefined;
  lastOkAt?: Instant | undefined;
  tookMs?: number | undefined;
  problem?: string | undefined;
  nextRunAt?: Instant | undefined;
}

export interface JobResults {
  /** A run ended. Daily jobs record each run, the others rarely. */
  ended(name: string, result: RunResult, isDaily: boolean): void;
  status(job: { name: string; everySeconds?: number; at?: TimeOfDay }, turns: Turns | undefined): JobStatus;
  /** Waits for running writes. */
  settle(): Promise<void>;
}

/** Between two notes that jobs go on well (ms): two units each, of the 12 that a quiet minute may cost. */
const usuallyApart = 120_000;

type Latest = Pick<JobRun, 'lastRunAt' | 'lastOkAt' | 'tookMs' | 'problem'>;

/** Results of jobs: of this process immediately, across restarts and instances by the list JobRuns. */
export function jobResults(context: Context): JobResults {
  const own = new Map<string, Latest>();
  const notedAt = new Map<string, Instant>();
  const noting = new Set<Promise<void>>();
  let usualAt = -Infinity;
  /** None while the list is gone, which must not fail a job. Records from the future are ignored. */
  const stored = (name: string) => {
    const run = context.list(JobRuns).held() ? undefined : runOf(context, name);
    return (run?.lastRunAt ?? '') > nowOf(context.clock) ? undefined : run;
  };

  const latest = (name: string): Latest => {
    const [mine, known] = [own.get(name), stored(name)];
    return mine !== undefined && (mine.lastRunAt ?? '') >= (known?.lastRunAt ?? '') ? mine : (known ?? {});
  };

  return {
    ended(name, result, isDaily) {
      const { at, tookMs, problem } = result;
      const before = own.get(name) ?? stored(name);
      own.set(name, { lastRunAt: at, tookMs, problem, lastOkAt: problem === undefined ? at : before?.lastOkAt });
      const noted = notedAt.get(name) ?? stored(name)?.lastRunAt;
      if (!isDaily && !isNoteDue(before?.problem, noted, result)) return;
      if (!isDaily && noted !== undefined && problem === before?.problem) {
        // Jobs that started together are recorded one at a time: others at their next run.
        if (Math.abs(Date.parse(at) - usualAt) < usuallyApart) return;
        usualAt = Date.parse(at);
      }
      notedAt.set(name, at);
      // In the background: while SharePoint is unavailable jobs continue.
      const note = noteRun(context, name, result)
        .catch((thrown: unknown) => context.log.warn({ job: name, code: asAppError(thrown).code }, 'run not noted'))
        .finally(() => noting.delete(note));
      noting.add(note);
    },
    status({ name, everySeconds, at }, turns) {
      const { lastRunAt, lastOkAt, tookMs, problem } = latest(name);
      const nextRunAt = turns
        ? (triedAgainAt(stored(name)) ?? turns.next(context.clock))
        : later(lastRunAt, everySeconds);
      return { name, everySeconds, at, lastRunAt, lastOkAt, tookMs, problem, nextRunAt };
    },
    settle: async () => void (await Promise.all(noting)),
  };
}

const later = (moment: Instant | undefined, seconds: number | undefined): Instant | undefined =>
  moment === undefined || seconds === undefined ? undefined : instant(new Date(Date.parse(moment) + seconds * 1000));
