import { z } from 'zod';
import { actionBody, actionStates, actionView, cancelBody } from '../../actions/contract.ts';
import { centreRef, freshness } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { expected, flag } from '../../http/input.ts';
import { improvementSources, planKinds } from '../vocabulary.ts';

const count = z.number().int();
const key = z.string().min(1).max(255);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const planRef = z.object({ key: z.string(), title: z.string(), kind: z.enum(planKinds) });
/** With its origin. */
export const improvementRow = actionView.extend({
  source: z.enum(improvementSources),
  /** The test or the downtime. */
  subject: z.object({ key: z.string(), title: z.string(), path: z.string() }).optional(),
  plan: planRef.optional(),
  centre: centreRef.optional(),
});
export type ImprovementRow = z.output<typeof improvementRow>;

const improvementBody = actionBody.extend({ note: z.string().trim().max(1_000).optional() });

const improvementsQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(actionStates).optional(),
  source: z.enum(improvementSources).optional(),
  centreId: z.string().max(255).optional(),
  sort: z.enum(['due', 'title', 'owner', 'state']).default('due'),
  descending: flag.default(false),
});
export type ImprovementsQuery = z.output<typeof improvementsQuery>;

/** Improvements after tests and downtimes (R6). Each act returns the updated row. */
export const improvementsContract = {
  'GET /api/contingency/improvements': {
    summary: 'Improvements after tests and downtimes that the reader sees (R6)',
    query: improvementsQuery,
    answer: z.object({
      improvements: z.array(improvementRow),
      centres: z.array(centreRef),
      counts: z.object({ open: count, overdue: count, done: count, cancelled: count }),
      freshness,
    }),
  },
  'GET /api/contingency/improvements.xlsx': {
    summary: 'The same as a workbook',
    query: improvementsQuery,
    file: workbook,
  },
  'POST /api/contingency/improvements': {
    summary: 'Add an improvement after a test or a downtime',
    body: improvementBody.extend({ subjectKey: key }),
    answer: improvementRow,
  },
  'PUT /api/contingency/improvements/:improvementKey': {
    summary: 'Change an improvement that is open',
    body: improvementBody.extend({ expected }),
    answer: improvementRow,
  },
  'POST /api/contingency/improvements/:improvementKey/report': {
    summary: 'Say how far it is, or that it is done',
    body: z.object({ done: z.boolean(), note: z.string().trim().max(1_000) }),
    answer: improvementRow,
  },
  'POST /api/contingency/improvements/:improvementKey/cancel': {
    summary: 'Give it up, with the reason',
    body: cancelBody,
    answer: improvementRow,
  },
} satisfies Endpoints;
