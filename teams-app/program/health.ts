import type { Journal } from '../../api/journal/index.ts';
import type { Held, Lists, WatchStatus } from '../../api/sharepoint/index.ts';
import { heldAdvice } from '../jobs/held-advice.ts';
import type { Promises } from '../../bot/index.ts';
import type { Sending } from '../../bot/sending/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { ListChanges } from './list-changes.ts';

/** A list or library that is not what it was, and so is not used; `todo` says how it comes back. */
export interface HeldList {
  list: string;
  held: Held;
  todo: readonly string[];
}

/** What `GET /api/health` tells anybody: states and codes, no names and no content. */
export interface Health {
  /** `degraded`: everything is readable, and something needs an eye. */
  status: 'ok' | 'degraded';
  /** As of when the oldest list is true, and whether one cannot be refreshed. */
  lists: { asOf?: string; stale: boolean; setAside: number; held: readonly HeldList[] };
  /** Campaigns that somebody took blocks of recipients from: nobody joins them until they are back (_Drift_ names them). */
  incompleteCampaigns: number;
  /** Whether a promise can be kept now; `code` says why not. `damaged`: journals that were put aside unread. */
  journal: { state: 'ok' | 'unavailable'; code?: string; damaged: number };
  /** Of how many lists Microsoft 365 tells that they have changed; the others are looked at in turn. */
  changes?: WatchStatus | undefined;
  /** Presses that were promised and are not carried out, and when the oldest was pressed. */
  promises: { waiting: number; since?: string };
  sending: { state: string; alarm?: string };
  jobs: readonly { name: string; lastRunAt?: string | undefined; problem?: string | undefined }[];
}

export function healthOf(
  lists: Lists,
  journal: Journal,
  promises: Promises,
  sending: Sending,
  jobs: Jobs,
  changes: Pick<ListChanges, 'status'>,
  incompleteCampaigns: number,
): Health {
  const { asOf, stale, lists: each, held } = lists.status();
  const { state, alarm } = sending.status();
  const setAside = each.reduce((sum, list) => sum + list.setAside.length, 0);
  const { damaged, ...kept } = journal.status();
  const failing = jobs.status().some((job) => job.problem !== undefined);
  const isWell =
    !stale &&
    held.length === 0 &&
    incompleteCampaigns === 0 &&
    !failing &&
    alarm === undefined &&
    setAside === 0 &&
    kept.state === 'ok' &&
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
    changes: changes.status(),
    promises: promises.status(),
    sending: { state, ...(alarm === undefined ? {} : { alarm }) },
    jobs: jobs.status().map(({ name, lastRunAt, problem }) => ({ name, lastRunAt, problem })),
  };
}
