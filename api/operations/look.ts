import type { DirectoryStatus } from '../directory/index.ts';
import type { Instant } from '../kernel/index.ts';
import type { Drift, Lists, UnitBudget } from '../sharepoint/index.ts';

/** How a job's latest run went; `problem` is an error code. */
export interface JobLook {
  name: string;
  everySeconds?: number;
  lastRunAt?: Instant;
  problem?: string;
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
 * `teams-app/operations-look.ts` hands it over.
 */
export interface OperationsLook {
  program: { version: string; startedAt: Instant };
  lists: ReturnType<Lists['status']>;
  directory: DirectoryStatus;
  jobs: readonly JobLook[];
  sending: SendingLook;
  units: ReturnType<UnitBudget['status']>;
  /** Found when the program started. */
  drift: readonly Drift[];
  /** Address of the SharePoint site without a slash at the end; absent when only its id is set. */
  siteUrl?: string;
}

/** The look of a program that has begun nothing: for whoever reads the routes without running them. */
export const nothingRunning: OperationsLook = {
  program: { version: '', startedAt: new Date(0).toISOString() as Instant },
  lists: { stale: false, lists: [] },
  directory: {},
  jobs: [],
  sending: {
    state: 'idle',
    campaigns: [],
    unwritten: 0,
    gate: { ratePerSecond: 0, targetPerSecond: 0, pausedSeconds: 0, waiting: 0, throttled: 0 },
  },
  units: { usedLastMinute: 0, waiting: 0, inFlight: 0 },
  drift: [],
};
