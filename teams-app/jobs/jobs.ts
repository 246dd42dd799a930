import { Cron } from 'croner';
import { duringAct, theProgram } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { asAppError, failureWords, newId, nowOf, noTracer, spanned, type Tracer } from '../../api/kernel/index.ts';
import { JobRuns, takeTurn } from '../../api/operations/index.ts';
import { jobResults, type JobStatus } from './job-results.ts';
import { turnsAt, type TimeOfDay, type Turns } from './job-turns.ts';

/**
 * Repeated work: every so many seconds, or daily at a Danish time. With neither it has its own rhythm and runs only in
 * `runAll`. Each may run twice or be missed.
 */
export type Job = {
  name: string;
  run(): Promise<unknown>;
  /** Every instance runs it, not only the one that leads. */
  everywhere?: true;
  /** After a start, daily jobs wait for its first run: they record for good what it may correct. */
  beforeDaily?: true;
} & (
  | { everySeconds: number; at?: never }
  | { at: TimeOfDay; everySeconds?: never }
  | { everySeconds?: never; at?: never }
);

export interface Jobs {
  start(): void;
  /**
   * Runs the whole table once, in order: resolves when all due work is done. A daily job is due when its time has come
   * and its turn is not taken.
   */
  runAll(): Promise<void>;
  status(): readonly JobStatus[];
  /** Starts nothing more and waits for running work. */
  stop(): Promise<void>;
}

/** Interval of checking daily jobs (seconds). One missed during downtime runs at start-up. */
const lookEverySeconds = 30;

export interface JobsOptions {
  /** Whether this instance runs the jobs that only one may. */
  leads?: () => boolean;
  /** Name of this run of the program. */
  holder?: string;
  tracer?: Tracer;
}

/**
 * Runs a table of jobs: of several instances the leader alone, but for those that run everywhere. A job never runs
 * twice at once. A failed run is logged and retried at the next turn; a daily one after a quarter of an hour.
 */
export function createJobs(
  context: Context,
  table: readonly Job[],
  { leads = () => true, holder = newId(), tracer = noTracer }: JobsOptions = {},
): Jobs {
  const results = jobResults(context);
  const running = new Map<string, Promise<void>>();
  const turns = new Map<string, Turns>(table.flatMap(({ name, at }) => (at ? [[name, turnsAt(at)] as const] : [])));
  let timers: Cron[] = [];
  /** Undefined: nothing to wait for. */
  let beforeDaily: Promise<void> | undefined;
  let stopped = false;

  const isOurs = ({ everywhere }: Job) => everywhere === true || leads();
  const once = (job: Job): Promise<void> => {
    const going = running.get(job.name);
    if (going || stopped || !isOurs(job)) return going ?? Promise.resolve();
    const begun = attempt(job).finally(() => running.delete(job.name));
    running.set(job.name, begun);
    return begun;
  };

  async function attempt({ name, run }: Job): Promise<void> {
    const began = performance.now();
    const daily = turns.get(name);
    const end = (problem?: string) => {
      const tookMs = Math.round(performance.now() - began);
      // The leader's runs are those that all instances show.
      if (leads()) results.ended(name, { at: nowOf(context.clock), tookMs, problem }, daily !== undefined);
    };
    try {
      // The list records turns: without it daily jobs pause.
      if (daily && context.list(JobRuns).held()) return;
      if (daily && !(await takeTurn(context, name, daily.latest(context.clock), holder))) return;
      await spanned(tracer.root(`job ${name}`), () =>
        duringAct({ origin: 'job', via: name, actorId: theProgram }, async () => run()),
      );
      end();
    } catch (thrown) {
      const { kind, code, details, cause } = asAppError(thrown);
      const fields = { job: name, code, ...details };
      if (kind === 'unexpected') context.log.error({ ...fields, error: failureWords(cause ?? thrown) }, 'job failed');
      else context.log.warn(fields, 'job failed');
      end(code);
    }
  }

  const every = (seconds: number, work: () => Promise<void>) =>
    new Cron('* * * * * *', { interval: seconds, protect: true }, work);
  const inTurn = async (wanted: readonly Job[]): Promise<void> => {
    for (const job of wanted) await once(job);
  };
  const lookAtDaily = async (): Promise<void> => {
    if (beforeDaily) await beforeDaily;
    await inTurn(table.filter(({ name }) => turns.has(name)));
  };

  return {
    start() {
      timers = table.flatMap((job) => (job.everySeconds ? [every(job.everySeconds, () => once(job))] : []));
      if (turns.size === 0) return;
      const first = table.filter((job) => job.beforeDaily);
      if (first.length > 0) beforeDaily = inTurn(first);
      timers.push(every(lookEverySeconds, lookAtDaily));
      void lookAtDaily();
    },
    async runAll() {
      for (const job of table) {
        // A run started earlier may have missed new work.
        await running.get(job.name);
        await once(job);
      }
      await results.settle();
    },
    status: () => table.map((job) => results.status(job, turns.get(job.name))),
    async stop() {
      stopped = true;
      for (const timer of timers) timer.stop();
      await Promise.all(running.values());
      await results.settle();
    },
  };
}
