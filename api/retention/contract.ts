import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected } from '../http/input.ts';
import { fixedKinds, mostDays, retentionKinds } from './vocabulary.ts';

const count = z.number().int().min(0);

/** One thing due for deletion. */
const expiredRow = z.object({
  key: z.string(),
  day: z.iso.date(),
  person: personRef.optional(),
  /** Closed month or year of a list. */
  month: z.string().optional(),
  title: z.string().optional(),
  records: count,
});
export type ExpiredRow = z.output<typeof expiredRow>;

const retentionKind = z.object({
  kind: z.enum(retentionKinds),
  etag: z.string(),
  days: count,
  usualDays: count,
  leastDays: count,
  /** The nightly job deletes what is older. */
  isOn: z.boolean(),
  changedBy: personRef.optional(),
  changedAt: z.iso.datetime().optional(),
  lastRun: z.object({ at: z.iso.datetime(), records: count }).optional(),
  /** Data older than `days` today: number of things and records, and the oldest. */
  due: z.object({ things: count, records: count, rows: z.array(expiredRow) }),
});
export type RetentionKind = z.output<typeof retentionKind>;

const retentionView = z.object({
  kinds: z.array(retentionKind),
  /** Deletions that are not configurable. */
  fixed: z.array(z.object({ kind: z.enum(fixedKinds), days: count })),
  /** Most things deleted in one night, of all kinds. */
  mostInRun: count,
  /** The longest retention. */
  mostDays: count,
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});
export type RetentionView = z.output<typeof retentionView>;

export const retentionContract = {
  'GET /api/retention': {
    summary: 'For how long each kind of personal data is kept, and what is older',
    answer: retentionView,
  },
  'PUT /api/retention/:kind': {
    summary: 'Chooses for how long a kind is kept, and whether the job deletes what is older',
    body: z.object({ days: z.number().int().min(1).max(mostDays), isOn: z.boolean(), expected }),
    answer: retentionView,
  },
} satisfies Endpoints;
