import type { Context } from '../api/context.ts';
import { asAppError, instant, type Instant } from '../api/kernel/index.ts';
import {
  isNoteDue,
  JobRuns,
  noteRun,
  runOf,
  triedAgainAt,
  type JobRun,
  type RunResult,
} from '../api/operations/index.ts';
import type { TimeOfDay, Turns } from './job-turns.ts';

/** How a job's latest run went, in this or another run of the program; `problem` is an error code. */
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
  /** A run ended. Daily jobs write each down, the others sparingly. */
  ended(name: string, result: RunResult, isDaily: boolean): void;
  status(job: { name: string; everySeconds?: number; at?: TimeOfDay }, turns: Turns | undefined): JobStatus;
  /** Waits for what is being written. */
  settle(): Promise<void>;
}

type Latest = Pick<JobRun, 'lastRunAt' | 'lastOkAt' | 'tookMs' | 'problem'>;

/** What became of jobs: of this run of the program at once, and over restarts and instances in the list JobRuns. */
export function jobResults(context: Context): JobResults {
  const own = new Map<string, Latest>();
  const notedAt = new Map<string, Instant>();
  const noting = new Set<Promise<void>>();
  /** Nothing while the list is gone: a job's run is no reason to fail. */
  const stored = (name: string) => (context.list(JobRuns).held() ? undefined : runOf(context, name));

  const latest = (name: string): Latest => {
    const [mine, known] = [own.get(name), stored(name)];
    return mine !== undefined && (mine.lastRunAt ?? '') >= (known?.lastRunAt ?? '') ? mine : (known ?? {});
  };

  return {
    ended(name, result, isDaily) {
      const { at, tookMs, problem } = result;
      const before = own.get(name) ?? stored(name);
      own.set(name, { lastRunAt: at, tookMs, problem, lastOkAt: problem === undefined ? at : before?.lastOkAt });
      if (!isDaily && !isNoteDue(before?.problem, notedAt.get(name) ?? stored(name)?.lastRunAt, result)) return;
      notedAt.set(name, at);
      // Nobody waits for the note: while SharePoint is away a job goes on at its own pace.
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
