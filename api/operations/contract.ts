import { z } from 'zod';
import { freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

const count = z.number().int().min(0);
const moment = z.iso.datetime();

export const setAsideView = z.object({
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
        'moment',
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

const driftView = z.object({
  list: z.string(),
  column: z.string().optional(),
  problem: z.enum(['missing', 'wrongType', 'notUnique', 'notIndexed', 'renamed', 'choices', 'textLength', 'newer']),
  details: z.string().optional(),
});

/** One thing that needs attention. The texts, by `kind` and `code`, say what to do. */
const held = { kind: z.literal('listHeld'), list: z.string() };

export const attentionView = z.discriminatedUnion('kind', [
  /** A list or library has changed and is not used. */
  z.discriminatedUnion('why', [
    z.object({ ...held, why: z.literal('gone') }),
    z.object({ ...held, why: z.literal('replaced') }),
    z.object({ ...held, why: z.literal('columnsGone'), columns: z.array(z.string()).readonly() }),
    z.object({ ...held, why: z.literal('emptied'), items: count, expected: count }),
    z.object({ ...held, why: z.literal('fewer'), items: count, expected: count }),
  ]),
  /** One cause, and all it stops. */
  z.object({
    kind: z.literal('failing'),
    code: z.string(),
    lists: z.array(z.string()),
    jobs: z.array(z.string()),
  }),
  z.object({ kind: z.literal('alarm'), code: z.string() }),
  /** Several instances that cannot agree, one that is silent, or one whose clock is off. */
  z.discriminatedUnion('why', [
    z.object({ kind: z.literal('instances'), why: z.literal('away') }),
    z.object({ kind: z.literal('instances'), why: z.literal('silent'), name: z.string(), since: moment }),
    z.object({ kind: z.literal('instances'), why: z.literal('clock'), name: z.string(), seconds: z.number().int() }),
  ]),
  /** No durable storage: presses are refused while Microsoft 365 is unavailable. */
  z.object({
    kind: z.literal('journalAway'),
    code: z.enum(['diskFull', 'notWritable', 'inUse', 'tooMany', 'failed']),
  }),
  /** Unreadable journals that were renamed. */
  z.object({ kind: z.literal('journalDamaged'), files: z.array(z.string()) }),
  /** Promised work has waited over a quarter of an hour. */
  z.object({ kind: z.literal('promisesWait'), count, since: moment }),
  /** A certificate or secret ends within a month, or has. */
  z.object({
    kind: z.literal('secretEnds'),
    app: z.enum(['app', 'provisioning']),
    secret: z.enum(['certificate', 'secret']),
    expiresOn: z.iso.date(),
    daysLeft: z.number().int(),
  }),
  /** A certificate's file was replaced by one that is not used. */
  z.object({
    kind: z.literal('notRenewed'),
    app: z.enum(['app', 'provisioning']),
    why: z.enum(['unusable', 'unknown']),
  }),
  z.object({ kind: z.literal('stalled'), seconds: count }),
  z.object({
    kind: z.literal('campaignStopped'),
    key: z.string(),
    title: z.string(),
    about: z.object({ kind: z.string(), subjectKey: z.string() }),
    code: z.string().optional(),
  }),
  /** Deleted recipient blocks: nobody joins the campaign until they are restored. */
  z.object({
    kind: z.literal('blocksGone'),
    key: z.string(),
    title: z.string(),
    about: z.object({ kind: z.string(), subjectKey: z.string() }),
    count,
    /** Titles of the deleted items, for the recycle bin; the first ten. */
    items: z.array(z.string()),
  }),
  z.object({ kind: z.literal('setAside'), list: z.string(), count }),
  /** A history file is missing or changed. */
  z.object({
    kind: z.literal('history'),
    key: z.string(),
    list: z.string(),
    month: z.string(),
    path: z.string(),
    code: z.string(),
  }),
  z.object({ kind: z.literal('drift'), list: z.string(), differences: z.array(driftView) }),
]);
export type AttentionView = z.output<typeof attentionView>;

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
