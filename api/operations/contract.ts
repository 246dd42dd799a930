import { z } from 'zod';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { attentionView, driftView } from './attention-contract.ts';

export type { AttentionView } from './attention-contract.ts';

const count = z.number().int().min(0);
const moment = z.iso.datetime();

const setAsideView = z.object({
  itemId: z.string(),
  key: z.string().optional(),
  problems: z.array(
    z.object({
      /** The column's internal name and its title in SharePoint. */
      column: z.string(),
      title: z.string(),
      wrong: z.enum([
        'empty',
        'tooLong',
        'choice',
        'date',
        'dateOutside',
        'moment',
        'momentOutside',
        'notBefore',
        'form',
        'keyCharacters',
        'number',
        'notJson',
        'insideJson',
        'twice',
        'wrongType',
      ]),
      hint: z.string().optional(),
    }),
  ),
  /** The item's page in SharePoint; absent without a known site address. */
  webUrl: z.url().optional(),
});
export type SetAsideView = z.output<typeof setAsideView>;

const seenView = z.object({
  by: z.enum(['notification', 'looks']),
  /** Minutes between two routine looks. */
  everyMinutes: z.number().positive(),
  /** Notifications missed since the start. */
  missed: count,
});

const listView = z.object({
  list: z.string(),
  items: count,
  asOf: moment.optional(),
  stale: z.boolean(),
  /** Error code of the latest look for changes. */
  problem: z.string().optional(),
  /** How changes made in SharePoint are detected. */
  seen: seenView.optional(),
  setAsideCount: count,
  /** The first hundred. */
  setAside: z.array(setAsideView),
});

const jobView = z.object({
  name: z.string(),
  lastRunAt: moment.optional(),
  problem: z.string().optional(),
  everySeconds: z.number().optional(),
  /** Time of day in Denmark, `HH:MM`, of a daily job. */
  at: z.string().optional(),
  lastOkAt: moment.optional(),
  /** Duration of the latest run. */
  tookMs: count.optional(),
  nextRunAt: moment.optional(),
});

const problemView = z.object({
  level: z.enum(['warning', 'error']),
  code: z.string(),
  /** The log message, in English. */
  message: z.string(),
  where: z
    .object({ part: z.enum(['job', 'route', 'list', 'verb', 'follower', 'campaign', 'block']), name: z.string() })
    .optional(),
  at: moment,
  firstAt: moment,
  times: count,
});

const secretView = z.object({
  app: z.enum(['app', 'provisioning']),
  kind: z.enum(['certificate', 'secret']),
  /** Last day of validity; absent when unknown. */
  expiresOn: z.iso.date().optional(),
  /** Negative when expired. */
  daysLeft: z.number().int().optional(),
  /** A new file that is not used: it cannot be read, or Entra does not know its certificate. */
  replacement: z.enum(['unusable', 'unknown']).optional(),
});

const instanceView = z.object({
  id: z.string(),
  /** Of its machine or container; empty when unknown. */
  name: z.string(),
  /** The one that answers. */
  isOwn: z.boolean(),
  heardAt: moment,
  isSilent: z.boolean(),
  version: z.string().optional(),
  startedAt: moment.optional(),
  /** Only the one that leads: it runs the jobs and sends. */
  leadsSince: moment.optional(),
});

export const operationsView = z.object({
  /** `attention` exactly when `attention` is not empty. */
  status: z.enum(['ok', 'attention']),
  attention: z.array(attentionView),
  now: moment,
  program: z.object({ version: z.string(), startedAt: moment }),
  /** Of several instances each; jobs, sending and the directory are then those of the one that leads. */
  instances: z.array(instanceView).optional(),
  lists: z.array(listView),
  directory: z.object({
    syncedAt: moment.optional(),
    running: z.object({ state: z.enum(['reading', 'writing']), done: count, total: count.optional() }).optional(),
    problem: z.string().optional(),
    /** Groups that the latest look could not read. */
    unread: z.object({ role: z.array(z.string()).readonly(), course: z.array(z.string()).readonly() }).optional(),
    latest: z.object({ newcomers: count, changed: count, left: count, whole: z.boolean() }).optional(),
  }),
  jobs: z.array(jobView),
  /** The latest 50 warnings and errors since the start, newest first, grouped by kind. */
  problems: z.array(problemView),
  secrets: z.array(secretView),
  sending: z.object({
    state: z.enum(['idle', 'sending', 'stalled', 'alarm']),
    alarm: z.string().optional(),
    campaigns: z.array(z.object({ key: z.string(), title: z.string() })),
    secondsWithoutProgress: count.optional(),
    /** Recipients waiting for their card. */
    queued: count,
    /** Outcomes not yet written. */
    unwritten: count,
    gate: z.object({
      /** Absent: no limit. */
      ratePerSecond: z.number().optional(),
      targetPerSecond: z.number().optional(),
      pausedSeconds: z.number(),
      waiting: count,
      throttled: count,
    }),
  }),
  /** Number of lists with notifications; absent during start-up. */
  changes: z.object({ told: count, lists: count, missed: count, problem: z.string().optional() }).optional(),
  /** Promised presses not carried out yet, and the oldest one's time. */
  promises: z.object({ waiting: count, since: moment.optional() }),
  units: z.object({
    usedLastMinute: count,
    /** Absent: no throttling. */
    unitsPerMinute: count.optional(),
    waiting: count,
    inFlight: count,
  }),
  /** Drift of the lists from their declarations at start-up. */
  drift: z.array(driftView),
  freshness,
});
export type OperationsView = z.output<typeof operationsView>;

export const operationsContract = {
  'GET /api/operations': {
    summary: 'How the program runs, and what needs attention',
    answer: operationsView,
  },
} satisfies Endpoints;
