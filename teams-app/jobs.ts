import { Cron } from 'croner';
import type { Context } from '../api/context.ts';
import { asAppError, nowOf, type Instant } from '../api/kernel/index.ts';

/** Work that is done again and again. Each is safe to run twice and to miss. */
export interface Job {
  name: string;
  /** Absent: it has a rhythm of its own and is only asked for by `runAll`. */
  everySeconds?: number;
  run(): Promise<unknown>;
}

/** How a job's latest run went; `problem` is an error code. */
export interface JobStatus {
  name: string;
  everySeconds?: number;
  lastRunAt?: Instant;
  problem?: string;
}

export interface Jobs {
  start(): void;
  /** Runs the whole table once, in its order: what is due now is done when this resolves. */
  runAll(): Promise<void>;
  status(): readonly JobStatus[];
  /** Begins nothing more and waits for what is running. */
  stop(): Promise<void>;
}

/** Runs a table of jobs. A job never runs twice at once; a run that fails is logged and tried again at its next turn. */
export function createJobs(context: Context, table: readonly Job[]): Jobs {
  const statuses = new Map<string, JobStatus>();
  const running = new Map<string, Promise<void>>();
  let timers: Cron[] = [];
  let stopped = false;

  const once = (job: Job): Promise<void> => {
    const going = running.get(job.name);
    if (going || stopped) return going ?? Promise.resolve();
    const begun = attempt(job).finally(() => running.delete(job.name));
    running.set(job.name, begun);
    return begun;
  };
  const attempt = async ({ name, run }: Job): Promise<void> => {
    try {
      await run();
      statuses.set(name, { name, lastRunAt: nowOf(context.clock) });
    } catch (thrown) {
      const { kind, code, details, cause } = asAppError(thrown);
      statuses.set(name, { name, lastRunAt: nowOf(context.clock), problem: code });
      const fields = { job: name, code, ...details };
      if (kind === 'unexpected') context.log.error({ ...fields, err: cause ?? thrown }, 'job failed');
      else context.log.warn(fields, 'job failed');
    }
  };

  return {
    start() {
      timers = table.flatMap((job) =>
        job.everySeconds === undefined
          ? []
          : [new Cron('* * * * * *', { interval: job.everySeconds, protect: true }, () => once(job))],
      );
    },
    async runAll() {
      for (const job of table) {
        // A run that began before the question may have missed what is asked for.
        await running.get(job.name);
        await once(job);
      }
    },
    status: () =>
      table.map(({ name, everySeconds }) => ({
        name,
        ...(everySeconds === undefined ? {} : { everySeconds }),
        ...statuses.get(name),
      })),
    async stop() {
      stopped = true;
      for (const timer of timers) timer.stop();
      await Promise.all(running.values());
    },
  };
}
