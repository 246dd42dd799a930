import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, flag, id, offset } from '../http/input.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const trailOrigins = ['tab', 'card', 'command', 'import', 'job'] as const;

/** One act's changes to a record, in the reader's language. */
const changeView = z.object({
  /** Kind of record. */
  list: z.string(),
  key: z.string(),
  title: z.string().optional(),
  what: z.enum(['create', 'change', 'remove']),
  fields: z.array(z.object({ name: z.string(), before: z.string().optional(), after: z.string().optional() })),
});

const trailEntry = z.object({
  key: z.string(),
  at: z.string(),
  /** The act, in words. */
  act: z.string(),
  actKey: z.string(),
  /** The actor; absent for the program itself. */
  person: personRef.optional(),
  /** The person a deputy acted for. */
  forPerson: personRef.optional(),
  subject: z.object({ key: z.string(), title: z.string().optional() }),
  /** Origin; unknown for older entries. */
  origin: z.enum(trailOrigins).optional(),
  changes: z.array(changeView),
});
export type TrailEntry = z.output<typeof trailEntry>;

export const trailQuery = z.object({
  /** A closed month, `2026-03`; absent: the months in memory. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .max(7)
    .optional(),
  q: z.string().max(100).optional(),
  person: id.optional(),
  record: id.optional(),
  act: id.optional(),
  origin: z.enum(trailOrigins).optional(),
  from: day().optional(),
  to: day().optional(),
  offset,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TrailQuery = z.output<typeof trailQuery>;

const seal = z.object({ day: z.string(), seal: z.string(), entries: z.number(), late: z.number() });

const trailView = z.object({
  entries: z.array(trailEntry),
  total: z.number().int(),
  /** Entries that are durable, and on their way to the list. */
  onTheWay: z.number().int(),
  /** All acts with their texts, sorted by text. */
  acts: z.array(z.object({ act: z.string(), text: z.string() })),
  /** Closed months, latest first. */
  months: z.array(z.string()),
  /** Names of the filter's values. */
  chosen: z.object({ person: z.string().optional(), record: z.string().optional() }),
  /** The latest seal; none before the first night. */
  seal: seal.optional(),
  freshness,
});
export type TrailView = z.output<typeof trailView>;

const recordTrail = z.object({
  entries: z.array(trailEntry),
  /** Of this record, durable and on their way to the list. */
  onTheWay: z.number().int(),
  /** Closed months not read: request with `older`. */
  older: z.number().int(),
  freshness,
});
export type RecordTrail = z.output<typeof recordTrail>;

export const trailContract = {
  'GET /api/trail': { summary: 'The audit trail, the latest first', query: trailQuery, answer: trailView },
  'GET /api/trail.xlsx': { summary: 'The same as a workbook, 20,000 entries at most', query: trailQuery, file: xlsx },
  'GET /api/trail/records/:recordKey': {
    summary: 'What was done with one record, the latest first',
    query: z.object({ older: flag.default(false), also: id.optional() }),
    answer: recordTrail,
  },
} satisfies Endpoints;
