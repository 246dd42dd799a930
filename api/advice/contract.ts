import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, id, offset } from '../http/input.ts';

const count = z.number().int().min(0);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const longestAnswer = 4_000;

export const adviceView = z.object({
  key: z.string(),
  askedBy: personRef,
  /** The asker's centre then. */
  centre: centreRef.optional(),
  answer: z.string(),
  by: personRef,
  at: z.iso.datetime(),
  changedAt: z.iso.datetime().optional(),
  etag: z.string(),
  abilities: z.object({ change: z.boolean() }),
});
export type AdviceView = z.output<typeof adviceView>;

const sorts = ['at', 'name'] as const;
const adviceQuery = z.object({
  q: z.string().max(100).optional(),
  centreId: id.optional(),
  sort: z.enum(sorts).default('at'),
  descending: z.string().max(8).pipe(z.stringbool()).default(true),
});
export type AdviceQuery = z.output<typeof adviceQuery>;
const adviceBody = z.object({ askedById: id, answer: z.string().trim().min(3).max(longestAnswer) });

/** The advice log of the security team (R14): two fields, searchable, as a workbook. */
export const adviceContract = {
  'GET /api/advice': {
    summary: 'Advice given, the newest first',
    query: adviceQuery.extend({ offset, limit: z.coerce.number().int().min(1).max(200).default(25) }),
    answer: z.object({
      advice: z.array(adviceView),
      total: count,
      abilities: z.object({ write: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/advice/:adviceKey': { summary: 'One entry', answer: adviceView },
  'GET /api/advice.xlsx': { summary: 'The same as a workbook', query: adviceQuery, file: workbook },
  'POST /api/advice': { summary: 'Write down who asked and what was answered', body: adviceBody, answer: adviceView },
  'PUT /api/advice/:adviceKey': {
    summary: 'Correct what was written',
    body: adviceBody.extend({ expected }),
    answer: adviceView,
  },
} satisfies Endpoints;
