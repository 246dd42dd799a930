import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, flag, id, offset } from '../http/input.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const trailOrigins = ['tab', 'card', 'command', 'import', 'job'] as const;

/** What one act changed of a record, in the reader's words. */
const changeView = z.object({
  /** What kind of record it is. */
  list: z.string(),
  key: z.string(),
  title: z.string().optional(),
  what: z.enum(['create', 'change', 'remove']),
  fields: z.array(z.object({ name: z.string(), before: z.string().optional(), after: z.string().optional() })),
});

export const trailEntry = z.object({
  key: z.string(),
  at: z.string(),
  /** What was done, in words. */
  act: z.string(),
  actKey: z.string(),
  /** Who did it; the program itself when absent. */
  person: personRef.optional(),
  /** For whom, when a deputy did it. */
  forPerson: personRef.optional(),
  subject: z.object({ key: z.string(), title: z.string().optional() }),
  /** Where it came from; not known of what is older than that was written down. */
  origin: z.enum(trailOrigins).optional(),
  changes: z.array(changeView),
});
export type TrailEntry = z.output<typeof trailEntry>;

export const trailQuery = z.object({
  /** A month that has left memory, `2026-03`; absent: what is in memory. */
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

export const trailView = z.object({
  entries: z.array(trailEntry),
  total: z.number().int(),
  /** Acts that there are, with their words, by the words. */
  acts: z.array(z.object({ act: z.string(), text: z.string() })),
  /** Months in files, the latest first. */
  months: z.array(z.string()),
  /** The names of what is filtered by. */
  chosen: z.object({ person: z.string().optional(), record: z.string().optional() }),
  /** The latest seal; none before the first night. */
  seal: seal.optional(),
  freshness,
});
export type TrailView = z.output<typeof trailView>;

export const recordTrail = z.object({
  entries: z.array(trailEntry),
  /** Months in files that were not read: ask with `older`. */
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
