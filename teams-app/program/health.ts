import type { Context } from '../../api/context.ts';
import { incompleteCampaigns, ledgerHeld } from '../../api/deliveries/index.ts';
import type { InstancesStatus } from '../../api/instances/index.ts';
import type { Journal } from '../../api/journal/index.ts';
import { asOfAll, type OperationsLook } from '../../api/operations/index.ts';
import { clockTolerance, readAsKnown, type Held, type Lists, type WatchStatus } from '../../api/sharepoint/index.ts';
import { heldAdvice } from '../jobs/held-advice.ts';
import type { ListChanges } from './list-changes.ts';

/** A changed list or library that is not used; `todo` says how to restore it. */
export interface HeldList {
  list: string;
  held: Held;
  todo: readonly string[];
}

/** `GET /api/health`, public: states and codes, no names and no content. */
export interface Health {
  /** `degraded`: everything is readable, and something needs an eye. */
  status: 'ok' | 'degraded';
  /** Time of the oldest list, and whether one cannot be refreshed. */
  lists: { asOf?: string; stale: boolean; setAside: number; held: readonly HeldList[] };
  /** Campaigns with deleted recipient blocks: nobody joins until they are restored (_Drift_ names them). */
  incompleteCampaigns: number;
  /** Whether promises can be kept now; `code` says why not. `damaged`: unreadable journals. */
  journal: { state: 'ok' | 'unavailable'; code?: string; damaged: number };
  /** With `ENGINE=redis`: `away` while the instances cannot agree, so that nobody sends or does background work. */
  instances?: InstancesStatus;
  /** Number of lists with notifications; others are polled. */
  changes?: WatchStatus | undefined;
  /** Seconds by which this machine's clock is ahead of Microsoft's; absent while it is right. */
  clockAheadSeconds?: number;
  /** Presses promised but not carried out, and the oldest one's time. */
  promises: { waiting: number; since?: string };
  /**
   * With several instances: whose `sending` and `jobs` follow. `unknown`: another leads, or none, and has not said them
   * here.
   */
  workOf?: 'own' | 'leader' | 'unknown';
  sending: { state: string; alarm?: string };
  jobs: readonly { name: string; lastRunAt?: string | undefined; problem?: string | undefined }[];
}

export interface HealthParts {
  context: Context;
  lists: Lists;
  journal: Journal;
  changes: Pick<ListChanges, 'status'>;
  /** The status of this instance, and of all. */
  look(): OperationsLook;
  lookOfAll(): Promise<OperationsLook>;
}

/** Longest wait for what the one that leads has said (ms): a probe of liveness waits a second. */
const patienceMs = 500;

export async function healthOf({ context, lists, journal, changes, ...parts }: HealthParts): Promise<Health> {
  const { jobs, sending, promises, instances, clockAheadMs, workOf = 'own' } = await soon(parts);
  const incompleteCampaigns = readAsKnown(() => incompleteCount(context));
  const { asOf, stale, lists: each, held } = lists.status();
  const { state, alarm } = sending;
  const setAside = each.reduce((sum, list) => sum + list.setAside.length, 0);
  const { damaged, entries: _pending, ...kept } = journal.status();
  const failing = jobs.some((job) => job.problem !== undefined);
  const isClockRight = Math.abs(clockAheadMs) <= clockTolerance;
  const isWell =
    isClockRight &&
    !stale &&
    held.length === 0 &&
    incompleteCampaigns === 0 &&
    !failing &&
    alarm === undefined &&
    setAside === 0 &&
    kept.state === 'ok' &&
    instances.state === 'ok' &&
    damaged.length === 0;
  return {
    status: isWell ? 'ok' : 'degraded',
    lists: {
      ...(asOf === undefined ? {} : { asOf }),
      stale,
      setAside,
      held: held.map((one) => ({ ...one, todo: heldAdvice(one.list, one.held) })),
    },
    incompleteCampaigns,
    journal: { ...kept, damaged: damaged.length },
    ...(instances.engine === 'embedded' ? {} : { instances, workOf }),
    changes: changes.status(),
    ...(isClockRight ? {} : { clockAheadSeconds: Math.round(clockAheadMs / 1_000) }),
    promises,
    sending: { state, ...(alarm === undefined ? {} : { alarm }) },
    jobs: (workOf === 'unknown' ? [] : jobs).map(({ name, lastRunAt, problem }) => ({ name, lastRunAt, problem })),
  };
}

/** The status of all instances; of this one alone where Redis does not answer soon. */
async function soon({ look, lookOfAll }: Pick<HealthParts, 'look' | 'lookOfAll'>): Promise<OperationsLook> {
  const late = Promise.withResolvers<OperationsLook>();
  const timer = setTimeout(() => late.resolve(asOfAll(look(), undefined)), patienceMs);
  const found = await Promise.race([lookOfAll(), late.promise]);
  clearTimeout(timer);
  return found;
}

const incompleteCount = (context: Context): number => (ledgerHeld(context) ? 0 : incompleteCampaigns(context).length);
