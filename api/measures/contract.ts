import { z } from 'zod';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expectedAt, flag, oneLine } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const role = z.enum(assignableRoles);

/** From the approval and the tasks, never stored. `underWay`: approved, with tasks left. */
export const measureStates = ['draft', 'waiting', 'returned', 'rejected', 'approved', 'underWay', 'done'] as const;

/** Choices of several states: submitted, whatever came of it; approved, also what is done; without an approval yet. */
const measureGroups = ['asked', 'granted', 'unfunded'] as const;

/** Work on approval: each becomes a task of the wheel. */
export const measureStep = z.object({
  title: oneLine.min(1).max(200),
  role,
  due: day(),
  scope: z.enum(['organisation', 'centres']).default('organisation'),
});

const fields = {
  title: oneLine.min(1).max(200),
  /** Markdown. */
  background: z.string().trim().min(1).max(10_000),
  /** Kroner, without VAT. */
  costOnce: count.min(0).max(1_000_000_000),
  costYearly: count.min(0).max(1_000_000_000),
  /** The risk it treats, in words. */
  risk: z.string().trim().min(1).max(2_000),
  /** The decision asked of the committee and Koncernledelsen. */
  recommendation: z.string().trim().min(1).max(2_000),
  steps: z.array(measureStep).max(30),
};
const measureBody = z.object({
  ...fields,
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type MeasureBody = z.input<typeof measureBody>;

const measureRow = z.object({
  key: z.string(),
  title: z.string(),
  state: z.enum(measureStates),
  costOnce: count,
  costYearly: count,
  proposedBy: personRef,
  changedAt: moment,
  /** The body it awaits. */
  waitsFor: role.optional(),
  decidedAt: moment.optional(),
  tasks: z.object({ total: count, done: count, overdue: count }),
});
export type MeasureRow = z.output<typeof measureRow>;

export const measureView = measureRow.extend({
  background: z.string(),
  risk: z.string(),
  recommendation: z.string(),
  steps: z.array(measureStep),
  changedBy: personRef,
  approval: approvalSummary.optional(),
  way: wayView,
  /** Its wheel tasks. */
  plan: z
    .array(
      z.object({
        key: z.string(),
        title: z.string(),
        /** For a task of every centre. */
        centre: centreRef.optional(),
        due: localDate,
        state: z.string(),
        path: z.string(),
      }),
    )
    .optional(),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean(), discard: z.boolean() }),
  freshness,
});
export type MeasureView = z.output<typeof measureView>;

const listQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum([...measureStates, ...measureGroups]).optional(),
  sort: z.enum(['title', 'state', 'cost', 'changedAt']).default('changedAt'),
  descending: flag.default(true),
});

export const measuresContract = {
  'GET /api/measures': {
    summary: 'Organisational measures (R13)',
    query: listQuery,
    answer: z.object({
      measures: z.array(measureRow),
      /** Approved and unfinished, in kroner. */
      committed: z.object({ once: count, yearly: count }),
      abilities: z.object({ propose: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/measures.xlsx': {
    summary: 'The same as a workbook',
    query: listQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'POST /api/measures': {
    summary: 'Propose a measure',
    body: measureBody.omit({ expected: true }),
    answer: measureView,
  },
  'GET /api/measures/:measureKey': { summary: 'One measure', answer: measureView },
  'PUT /api/measures/:measureKey': {
    summary: 'Change a draft',
    body: measureBody.extend({ expected: expectedAt }),
    answer: measureView,
  },
  'DELETE /api/measures/:measureKey': { summary: 'Discard a draft' },
  'POST /api/measures/:measureKey/submit': { summary: 'Send it to the committee', answer: measureView },
} satisfies Endpoints;
