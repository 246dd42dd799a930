import { z } from 'zod';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { centreRef, freshness } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { day, expectedAt, flag, offset, oneLine, timestamp } from '../../http/input.ts';
import { downtimePreview, downtimeRow, downtimeView } from './downtime-views-contract.ts';
import { downtimeStates } from '../vocabulary.ts';

export * from './downtime-views-contract.ts';

const moment = z.iso.datetime();
const count = z.number().int();
const key = z.string().min(1).max(255);
const prose = z.string().trim().max(4_000);
const reason = z.string().trim().min(3).max(1_000);

const downtimeSorts = ['startedAt', 'title', 'length', 'kept'] as const;
export const downtimesQuery = z.object({
  q: z.string().max(100).optional(),
  /** `real`: no false alarm. */
  state: z.enum([...downtimeStates, 'real']).optional(),
  /** In which it began. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** Of closed ones. */
  outcome: z.enum(['kept', 'broken']).optional(),
  centreId: z.string().max(255).optional(),
  assetKey: z.string().max(255).optional(),
  sort: z.enum(downtimeSorts).default('startedAt'),
  descending: flag.default(true),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type DowntimesQuery = z.output<typeof downtimesQuery>;

const reportDowntimeBody = z.object({
  assetKey: key,
  /** Start; now by default. */
  startedAt: timestamp().optional(),
  note: prose.default(''),
  /** Overrides the register. */
  centreIds: z.array(key).max(200).optional(),
  /** It runs again already: recorded as closed, without cards. */
  over: z.object({ endedAt: timestamp(), cause: reason }).optional(),
});
const changeDowntimeBody = z.object({
  startedAt: timestamp(),
  note: prose,
  centreIds: z.array(key).max(200),
  expected: expectedAt,
});
export const correctDowntimeBody = z.object({
  startedAt: timestamp(),
  endedAt: timestamp(),
  centreIds: z.array(key).max(200),
  reason,
  expected: timestamp(),
});
export const closeDowntimeBody = z.object({
  endedAt: timestamp(),
  /** Hours of lost data. */
  dataLoss: lossHours.optional(),
  cause: reason,
  lessons: prose.default(''),
  /** Plans it counts as a test of. */
  testedPlanKeys: z.array(key).max(50).default([]),
  improvements: z
    .array(z.object({ title: oneLine.min(3).max(255), ownerId: key, due: day() }))
    .max(20)
    .default([]),
  /** To the record of whoever closed it meanwhile. */
  addsToClosed: z.boolean().optional(),
});
const downtimeLogBody = z.object({
  kind: z.enum(['event', 'decision', 'observation']).default('event'),
  text: z.string().trim().min(2).max(2_000),
});

/** Live downtimes. */
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
          /** The record, for those permitted. */
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
      /** In which those that the reader sees began, and the present one; newest first. */
      years: z.array(count),
      /** The requested system. */
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
      freshness,
    }),
  },
  'GET /api/contingency/downtime-preview': {
    summary: 'What is hit when a system is down, and who is told, before anything is said',
    query: z.object({ assetKey: key, startedAt: timestamp().optional() }),
    answer: downtimePreview,
  },
  'POST /api/contingency/downtimes': {
    summary:
      'Say that a system is down, or with `over` that it was; one that is down already answers with the one that runs, with what the report adds',
    body: reportDowntimeBody,
    answer: z.object({
      key: z.string(),
      existed: z.boolean(),
      noteAdded: z.boolean(),
      added: z.boolean(),
      /** Recorded as over, or the repeat of a report of one that has ended since. */
      isOver: z.boolean(),
    }),
  },
  'GET /api/contingency/downtimes/:downtimeKey': { summary: 'One downtime, live or as a record', answer: downtimeView },
  'PUT /api/contingency/downtimes/:downtimeKey': {
    summary: 'Correct since when, what is known and who is hit',
    body: changeDowntimeBody,
    answer: downtimeView,
  },
  'PUT /api/contingency/downtimes/:downtimeKey/record': {
    summary: 'Correct from when to when a downtime that is over lasted, and who was hit, with a reason',
    body: correctDowntimeBody,
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
