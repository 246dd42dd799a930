import type { DirectoryStatus } from '../directory/index.ts';
import type { JournalStatus } from '../journal/index.ts';
import type { Instant, LocalDate } from '../kernel/index.ts';
import type { Drift, Lists, UnitBudget, WatchStatus } from '../sharepoint/index.ts';

/** How a job's latest run went; `problem` is an error code. */
export interface JobLook {
  name: string;
  everySeconds?: number | undefined;
  /** Time of day in Denmark, `HH:MM`. */
  at?: string | undefined;
  lastRunAt?: Instant | undefined;
  lastOkAt?: Instant | undefined;
  tookMs?: number | undefined;
  problem?: string | undefined;
  nextRunAt?: Instant | undefined;
}

/** A warning or error as it was logged: codes and our own words, never names or free text. */
export interface ProblemLook {
  level: 'warning' | 'error';
  code: string;
  /** What the line in the log says. */
  message: string;
  where?: { part: 'job' | 'route' | 'list' | 'verb' | 'follower' | 'campaign' | 'block'; name: string } | undefined;
  /** When it came last and first, and how often in between. */
  at: Instant;
  firstAt: Instant;
  times: number;
}

/** How the app proves who it is in Entra, and the last day that it can. */
export interface SecretLook {
  app: 'app' | 'provisioning';
  kind: 'certificate' | 'secret';
  /** Absent: nothing tells. */
  expiresOn?: LocalDate | undefined;
}

/** How the sending of messages goes. Rates may be infinite, where no limit is set. */
export interface SendingLook {
  state: 'idle' | 'sending' | 'stalled' | 'alarm';
  alarm?: string;
  /** Keys of the campaigns that run now. */
  campaigns: readonly string[];
  secondsWithoutProgress?: number;
  unwritten: number;
  gate: {
    ratePerSecond: number;
    targetPerSecond: number;
    pausedSeconds: number;
    waiting: number;
    throttled: number;
  };
}

/**
 * What the parts of the running program say of themselves. The API knows neither the bot nor the whole, so
 * `teams-app/program/operations-look.ts` hands it over.
 */
export interface OperationsLook {
  program: { version: string; startedAt: Instant };
  lists: ReturnType<Lists['status']>;
  journal: JournalStatus;
  /** Presses that were promised and wait, and when the oldest was pressed. */
  promises: { waiting: number; since?: Instant };
  directory: DirectoryStatus;
  jobs: readonly JobLook[];
  /** The latest, newest first. */
  problems: readonly ProblemLook[];
  secrets: readonly SecretLook[];
  sending: SendingLook;
  units: ReturnType<UnitBudget['status']>;
  /** How changes in lists are told of; absent while the program begins. */
  changes?: WatchStatus | undefined;
  /** Found when the program started. */
  drift: readonly Drift[];
  /** Address of the SharePoint site without a slash at the end; absent when only its id is set. */
  siteUrl?: string;
}

/** The look of a program that has begun nothing: for whoever reads the routes without running them. */
export const nothingRunning: OperationsLook = {
  program: { version: '', startedAt: new Date(0).toISOString() as Instant },
  lists: { stale: false, lists: [], held: [] },
  journal: { state: 'ok', damaged: [] },
  promises: { waiting: 0 },
  directory: {},
  jobs: [],
  problems: [],
  secrets: [],
  sending: {
    state: 'idle',
    campaigns: [],
    unwritten: 0,
    gate: { ratePerSecond: 0, targetPerSecond: 0, pausedSeconds: 0, waiting: 0, throttled: 0 },
  },
  units: { usedLastMinute: 0, waiting: 0, inFlight: 0 },
  drift: [],
};
