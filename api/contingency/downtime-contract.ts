import { z } from 'zod';
import { assetRef } from '../assets/contract.ts';
import { lossHours } from '../critical-services/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { downtimeStates, logKinds } from './vocabulary.ts';

const moment = z.iso.datetime();
const localDate = z.iso.date();
const count = z.number().int();
const key = z.string().min(1).max(255);
const prose = z.string().trim().max(4_000);
const reason = z.string().trim().min(3).max(1_000);

/** How long it may be down, hours, and until when that is; `peak`: the busy time that makes it shorter. */
export const downtimeLimit = z.object({ hours: lossHours, until: moment, peak: z.string().optional() });
export type DowntimeLimit = z.output<typeof downtimeLimit>;

/** A service that is hit. `kept` once the system runs again. */
export const hitServiceView = z.object({
  key: z.string(),
  title: z.string(),
  centre: z.string().optional(),
  limit: downtimeLimit.optional(),
  kept: z.boolean().optional(),
});
export type HitServiceView = z.output<typeof hitServiceView>;

/** Another system that is said to be down now. */
const runningRef = z.object({ key: z.string(), title: z.string() });
/** What else is down that has to do with it: the same system, one that it needs, one that needs it. */
const relatedDowntimes = z.object({
  same: runningRef.optional(),
  needs: z.array(runningRef),
  neededBy: z.array(runningRef),
});

const hit = {
  /** Least time left first; those that nobody has given a limit come last. */
  services: z.array(hitServiceView),
  /** Systems and processes that cannot do without it, nearest first. */
  dependants: z.array(assetRef),
  related: relatedDowntimes,
  /** The shortest limit of all. */
  limit: downtimeLimit.optional(),
};

export const downtimePreview = z.object({
  asset: assetRef,
  ...hit,
  centres: z.array(centreRef),
  /** Every centre, to choose from when the register does not say who uses it. */
  allCentres: z.array(centreRef),
  /** Who gets a card: coordinators and managers of the centres, and others. */
  told: z.object({ leaders: count, others: count }),
});
export type DowntimePreview = z.output<typeof downtimePreview>;

const planRef = z.object({ key: z.string(), title: z.string(), inForce: z.boolean() });
/** How a centre works meanwhile: its plan and the first steps of it. */
export const centreProcedure = z.object({
  centre: centreRef,
  plan: planRef.optional(),
  steps: z.array(z.object({ key: z.string(), text: z.string(), role: z.string() })),
});
export type CentreProcedure = z.output<typeof centreProcedure>;

/** Whom to call. `left`: the person is not here any more, so the number may be wrong. */
export const downtimeContact = z.object({
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  note: z.string(),
  left: z.boolean(),
});
export type DowntimeContact = z.output<typeof downtimeContact>;
export const downtimeSupplier = z.object({
  name: z.string(),
  phone: z.string(),
  agreement: z.string(),
  hours: z.string(),
});

export const downtimeLogLine = z.object({
  key: z.string(),
  kind: z.enum(logKinds),
  text: z.string(),
  at: moment,
  by: personRef,
});

export const downtimeRow = z.object({
  key: z.string(),
  title: z.string(),
  assetKey: z.string(),
  state: z.enum(downtimeStates),
  startedAt: moment,
  endedAt: moment.optional(),
  centres: z.array(centreRef),
  services: count,
  limit: downtimeLimit.optional(),
  kept: z.boolean().optional(),
  dataLoss: lossHours.optional(),
  reportedBy: personRef,
});
export type DowntimeRow = z.output<typeof downtimeRow>;

export const downtimeView = downtimeRow.extend({
  ...hit,
  /** Absent when the register has lost it. */
  asset: assetRef.optional(),
  owner: personRef.optional(),
  note: z.string(),
  reportedAt: moment,
  changedAt: moment,
  procedures: z.array(centreProcedure),
  restorePlan: planRef.optional(),
  contacts: z.array(downtimeContact),
  suppliers: z.array(downtimeSupplier),
  told: count,
  log: z.array(downtimeLogLine),
  /** What was written when it was over. */
  record: z
    .object({
      cause: z.string(),
      lessons: z.string(),
      closedAt: moment.optional(),
      closedBy: personRef.optional(),
      tested: z.array(z.object({ key: z.string(), title: z.string() })),
    })
    .optional(),
  cancelledReason: z.string().optional(),
  improvements: z.array(
    z.object({ key: z.string(), title: z.string(), owner: personRef, due: localDate, done: z.boolean() }),
  ),
  /** Plans in force that it may count as a test of. */
  testable: z.array(z.object({ key: z.string(), title: z.string() })),
  allCentres: z.array(centreRef),
  abilities: z.object({ keep: z.boolean() }),
  /** The program's own clock: the stopwatch goes by it. */
  now: moment,
  freshness,
});
export type DowntimeView = z.output<typeof downtimeView>;

export const downtimeSorts = ['startedAt', 'title', 'length', 'kept'] as const;
const downtimesQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(downtimeStates).optional(),
  /** Of those that are over. */
  outcome: z.enum(['kept', 'broken']).optional(),
  centreId: z.string().max(255).optional(),
  assetKey: z.string().max(255).optional(),
  sort: z.enum(downtimeSorts).default('startedAt'),
  descending: z.stringbool().default(true),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type DowntimesQuery = z.output<typeof downtimesQuery>;

export const reportDowntimeBody = z.object({
  assetKey: key,
  /** Since when; absent: now. */
  startedAt: moment.optional(),
  note: prose.default(''),
  /** Instead of what the register says. */
  centreIds: z.array(key).max(200).optional(),
});
export const changeDowntimeBody = z.object({
  startedAt: moment,
  note: prose,
  centreIds: z.array(key).max(200),
  seen: moment.optional(),
});
export const closeDowntimeBody = z.object({
  endedAt: moment,
  /** Hours of data that were lost. */
  dataLoss: lossHours.optional(),
  cause: reason,
  lessons: prose.default(''),
  /** Plans that it counts as a test of. */
  testedPlanKeys: z.array(key).max(50).default([]),
  improvements: z
    .array(z.object({ title: z.string().trim().min(3).max(255), ownerId: key, due: localDate }))
    .max(20)
    .default([]),
});
export type CloseDowntimeBody = z.input<typeof closeDowntimeBody>;
export const downtimeLogBody = z.object({
  kind: z.enum(['event', 'decision', 'observation']).default('event'),
  text: z.string().trim().min(2).max(2_000),
});

/** Downtime as it happens. */
export const downtimeContract = {
  'GET /api/contingency/now': {
    summary: 'What is down now for the reader’s centre, and the procedure to follow; for everybody',
    answer: z.object({
      downtimes: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          since: moment,
          /** The centre’s emergency procedure. */
          planPath: z.string().optional(),
          /** The record, for those who may see it. */
          path: z.string().optional(),
        }),
      ),
    }),
  },
  'GET /api/contingency/downtimes': {
    summary: 'What is down now, and what has been (R4, R6)',
    query: downtimesQuery,
    answer: z.object({
      running: z.array(downtimeRow),
      downtimes: z.array(downtimeRow),
      total: count,
      counts: z.object({ over: count, broken: count }),
      centres: z.array(centreRef),
      /** The system that is asked for. */
      asset: assetRef.optional(),
      abilities: z.object({ report: z.boolean() }),
      now: moment,
      freshness,
    }),
  },
  'GET /api/contingency/downtimes.xlsx': {
    summary: 'The same as a workbook',
    query: downtimesQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/contingency/downtime-assets': {
    summary: 'Systems that the reader may say are down: vital ones that most depends on first, at most 20',
    query: z.object({ q: z.string().max(100).default('') }),
    answer: z.object({
      assets: z.array(
        assetRef.extend({
          vital: z.boolean(),
          services: count,
          centre: z.string().optional(),
          running: key.optional(),
        }),
      ),
      total: count,
    }),
  },
  'GET /api/contingency/downtime-preview': {
    summary: 'What is hit when a system is down, and who is told, before anything is said',
    query: z.object({ assetKey: key, startedAt: moment.optional() }),
    answer: downtimePreview,
  },
  'POST /api/contingency/downtimes': {
    summary: 'Say that a system is down; one that is down already answers with the one that runs',
    body: reportDowntimeBody,
    answer: z.object({ key: z.string(), existed: z.boolean() }),
  },
  'GET /api/contingency/downtimes/:downtimeKey': { summary: 'One downtime, live or as a record', answer: downtimeView },
  'PUT /api/contingency/downtimes/:downtimeKey': {
    summary: 'Correct since when, what is known and who is hit',
    body: changeDowntimeBody,
    answer: downtimeView,
  },
  'POST /api/contingency/downtimes/:downtimeKey/log': {
    summary: 'Write down what happens',
    body: downtimeLogBody,
    answer: downtimeView,
  },
  'POST /api/contingency/downtimes/:downtimeKey/close': {
    summary: 'It runs again: write the record',
    body: closeDowntimeBody,
    answer: downtimeView,
  },
  'POST /api/contingency/downtimes/:downtimeKey/cancel': {
    summary: 'It was a false alarm',
    body: z.object({ reason }),
    answer: downtimeView,
  },
} satisfies Endpoints;
