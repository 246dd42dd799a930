import type { Lists } from '../api/sharepoint/index.ts';
import type { Sending } from '../bot/sending/index.ts';
import type { Jobs } from './jobs.ts';

/** What `GET /api/health` tells anybody: states and codes, no names and no content. */
export interface Health {
  /** `degraded`: everything is readable, and something needs an eye. */
  status: 'ok' | 'degraded';
  /** As of when the oldest list is true, and whether one cannot be refreshed. */
  lists: { asOf?: string; stale: boolean; setAside: number };
  sending: { state: string; alarm?: string };
  jobs: readonly { name: string; lastRunAt?: string | undefined; problem?: string | undefined }[];
}

export function healthOf(lists: Lists, sending: Sending, jobs: Jobs): Health {
  const { asOf, stale, lists: each } = lists.status();
  const { state, alarm } = sending.status();
  const setAside = each.reduce((sum, list) => sum + list.setAside.length, 0);
  const failing = jobs.status().some((job) => job.problem !== undefined);
  return {
    status: stale || failing || alarm !== undefined || setAside > 0 ? 'degraded' : 'ok',
    lists: { ...(asOf === undefined ? {} : { asOf }), stale, setAside },
    sending: { state, ...(alarm === undefined ? {} : { alarm }) },
    jobs: jobs.status().map(({ name, lastRunAt, problem }) => ({ name, lastRunAt, problem })),
  };
}
