import type { Context } from '../../api/context.ts';
import { incompleteCampaigns, ledgerHeld } from '../../api/deliveries/index.ts';
import type { Instances, InstancesStatus } from '../../api/instances/index.ts';
import type { Journal } from '../../api/journal/index.ts';
import { readAsKnown, type Held, type Lists, type WatchStatus } from '../../api/sharepoint/index.ts';
import { heldAdvice } from '../jobs/held-advice.ts';
import type { Promises } from '../../bot/index.ts';
import type { Sending } from '../../bot/sending/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
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
  /** Presses promised but not carried out, and the oldest one's time. */
  promises: { waiting: number; since?: string };
  sending: { state: string; alarm?: string };
  jobs: readonly { name: string; lastRunAt?: string | undefined; problem?: string | undefined }[];
}

export interface HealthParts {
  context: Context;
  lists: Lists;
  journal: Journal;
  promises: Promises;
  sending: Sending;
  jobs: Jobs;
  changes: Pick<ListChanges, 'status'>;
  instances: Pick<Instances, 'status'>;
}

export function healthOf({
  context,
  lists,
  journal,
  promises,
  sending,
  jobs,
  changes,
  ...others
}: HealthParts): Health {
  const instances = others.instances.status();
  const incompleteCampaigns = readAsKnown(() => incompleteCount(context));
  const { asOf, stale, lists: each, held } = lists.status();
  const { state, alarm } = sending.status();
  const setAside = each.reduce((sum, list) => sum + list.setAside.length, 0);
  const { damaged, entries: _pending, ...kept } = journal.status();
  const failing = jobs.status().some((job) => job.problem !== undefined);
  const isWell =
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
    ...(instances.engine === 'embedded' ? {} : { instances }),
    changes: changes.status(),
    promises: promises.status(),
    sending: { state, ...(alarm === undefined ? {} : { alarm }) },
    jobs: jobs.status().map(({ name, lastRunAt, problem }) => ({ name, lastRunAt, problem })),
  };
}

const incompleteCount = (context: Context): number => (ledgerHeld(context) ? 0 : incompleteCampaigns(context).length);
