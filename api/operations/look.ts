import type { DirectoryStatus } from '../directory/index.ts';
import type { InstancesStatus } from '../instances/index.ts';
import type { JournalStatus } from '../journal/index.ts';
import type { Instant, LocalDate } from '../kernel/index.ts';
import type { Drift, Lists, UnitBudget, WatchStatus } from '../sharepoint/index.ts';

/** A job's latest run; `problem` is an error code. */
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

/** A logged warning or error: codes and our own words, never names or free text. */
export interface ProblemLook {
  level: 'warning' | 'error';
  code: string;
  /** The log message. */
  message: string;
  where?: { part: 'job' | 'route' | 'list' | 'verb' | 'follower' | 'campaign' | 'block'; name: string } | undefined;
  /** Its last and first time, and the count. */
  at: Instant;
  firstAt: Instant;
  times: number;
}

/** One of several instances. */
export interface InstanceLook {
  id: string;
  /** Of its machine or container; empty before it has said it. */
  name: string;
  /** The one that answers. */
  isOwn: boolean;
  /** Milliseconds since it was heard. */
  silentMs: number;
  isSilent: boolean;
  version?: string;
  startedAt?: Instant;
  /** Milliseconds that it has led; only the one that leads. */
  leadsForMs?: number;
  clockAheadMs: number;
}

/** The app's Entra credential, and its last day. */
export interface SecretLook {
  app: 'app' | 'provisioning';
  kind: 'certificate' | 'secret';
  /** Absent when unknown. */
  expiresOn?: LocalDate | undefined;
  /** Its file was replaced, and is not used: it cannot be read as one, or Entra does not know it. */
  replacement?: 'unusable' | 'unknown';
}

/** Status of sending. Rates may be infinite, without a limit. */
export interface SendingLook {
  state: 'idle' | 'sending' | 'stalled' | 'alarm';
  alarm?: string;
  /** Keys of running campaigns. */
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
 * Status of the running program's parts. The API knows neither the bot nor the program:
 * `teams-app/program/operations-look.ts` supplies it.
 */
export interface OperationsLook {
  program: { version: string; startedAt: Instant };
  lists: ReturnType<Lists['status']>;
  journal: JournalStatus;
  /** Several instances: whether they agree, how many there are, and whether this one leads. */
  instances: InstancesStatus;
  /** Each of several; empty while they cannot agree. Absent where there is one, and where only this one was asked. */
  everyInstance?: readonly InstanceLook[];
  /**
   * Whose jobs, sending and directory they are, of several instances: another leads, and has or has not said them.
   * Absent: this one's.
   */
  workOf?: 'leader' | 'unknown';
  /** Promised presses that wait, and the oldest one's time. */
  promises: { waiting: number; since?: Instant };
  directory: DirectoryStatus;
  jobs: readonly JobLook[];
  /** The latest, newest first. */
  problems: readonly ProblemLook[];
  secrets: readonly SecretLook[];
  sending: SendingLook;
  units: ReturnType<UnitBudget['status']>;
  /** Milliseconds by which this machine's clock is ahead of Microsoft's; negative when it is behind. */
  clockAheadMs: number;
  /** How changes in lists are notified; absent during start-up. */
  changes?: WatchStatus | undefined;
  /** As of the latest look at the site. */
  drift: readonly Drift[];
  /** Address of the SharePoint site without a trailing slash; absent when only its id is set. */
  siteUrl?: string;
}

/** Status of a program that is not running, for reading the routes. */
export const nothingRunning: OperationsLook = {
  program: { version: '', startedAt: new Date(0).toISOString() as Instant },
  lists: { stale: false, lists: [], held: [] },
  journal: { state: 'ok', damaged: [] },
  instances: { engine: 'embedded', state: 'ok', instances: 1, leads: true },
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
  clockAheadMs: 0,
  drift: [],
};
