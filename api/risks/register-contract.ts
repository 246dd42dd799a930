import { z } from 'zod';
import { actionBody, actionView, cancelBody } from '../actions/contract.ts';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { assetKinds, assetRef, levelMark } from '../assets/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, flag, offset, oneLine } from '../http/input.ts';
import { controlRef } from '../standards/contract.ts';
import { estimate, stagesView } from './estimate-contract.ts';
import { scaleView } from './scale-contract.ts';
import { acceptanceStates, assessmentStates, treatments, views } from './vocabulary.ts';

const count = z.number().int();
const localDate = z.iso.date();

/** A risk of the register: one threat of its asset's latest finished assessment. */
export const riskRow = z.object({
  key: z.string(),
  title: z.string(),
  asset: assetRef,
  centre: centreRef.optional(),
  /** Of the asset. */
  owner: personRef.optional(),
  stages: stagesView,
  treatment: z.enum(treatments).optional(),
  actions: z.object({ open: count, overdue: count, done: count, nextDue: localDate.optional() }),
  acceptance: z.object({ state: z.enum(acceptanceStates), until: localDate.optional() }),
  controls: count,
  assessedOn: localDate.optional(),
  reviewOn: localDate.optional(),
});
export type RiskRow = z.output<typeof riskRow>;

const riskActionView = actionView.extend({
  /** Kroner, without VAT. */
  cost: count.optional(),
  effect: z.string(),
  /** Per cent. */
  progress: count,
});
export type ActionView = z.output<typeof riskActionView>;

export const riskDetail = riskRow.extend({
  description: z.string(),
  assessmentKey: z.string(),
  scale: scaleView,
  /** Basis of the levels. */
  estimates: z.object({ inherent: estimate, current: estimate, target: estimate }),
  vulnerability: z.string(),
  existing: z.string(),
  controlList: z.array(controlRef),
  treatmentNote: z.string(),
  /** Of treatment, note and target. */
  etag: z.string(),
  actionList: z.array(riskActionView),
  acceptances: z.array(
    z.object({
      approval: approvalSummary,
      until: localDate.optional(),
      level: levelMark.optional(),
      reason: z.string(),
      stale: z.boolean(),
    }),
  ),
  /** Who would decide on accepting it now. */
  way: wayView,
  history: z.array(
    z.object({
      assessmentKey: z.string(),
      number: count,
      state: z.enum(assessmentStates),
      heldOn: localDate.optional(),
      stages: stagesView,
    }),
  ),
  abilities: z.object({ treat: z.boolean(), addAction: z.boolean(), accept: z.boolean() }),
  freshness,
});
export type RiskDetail = z.output<typeof riskDetail>;

const riskActionBody = actionBody.extend({
  cost: count.min(0).max(1_000_000_000).optional(),
  effect: z.string().trim().max(1_000).default(''),
});
export type ActionBody = z.input<typeof riskActionBody>;

export const riskFilter = {
  q: z.string().max(100).optional(),
  /** A centre that owns or uses the asset; `mine`: the reader's. */
  centreId: z.string().max(255).optional(),
  kind: z.enum(assetKinds).optional(),
  dimension: z.enum(['confidentiality', 'integrity', 'availability']).optional(),
  ownerId: z.string().max(255).optional(),
  /** Absent: the worst counts. */
  view: z.enum(views).optional(),
};
export const registerSorts = [
  'asset',
  'title',
  'centre',
  'owner',
  'inherent',
  'current',
  'target',
  'treatment',
  'nextDue',
  'acceptance',
  'assessedOn',
  'reviewOn',
] as const;
const registerGroups = ['asset', 'centre', 'owner', 'level', 'treatment', 'acceptance'] as const;
export const registerColumns = [
  'title',
  'asset',
  'centre',
  'owner',
  'inherent',
  'current',
  'target',
  'treatment',
  'actions',
  'acceptance',
  'controls',
  'assessedOn',
  'reviewOn',
] as const;
export const registerQuery = z.object({
  ...riskFilter,
  treatment: z.enum([...treatments, 'none']).optional(),
  acceptance: z.enum(acceptanceStates).optional(),
  /** Level index in the current scale, mildest 0. */
  level: z.coerce.number().int().min(0).max(5).optional(),
  overdue: flag.default(false),
  /** A cell of the heat map, with its stage: `current.4.3` is consequence 4, likelihood 3. */
  cell: z
    .string()
    .max(20)
    .regex(/^(inherent|current|target)\.[1-6]\.[1-6]$/)
    .optional(),
  sort: z.enum(registerSorts).default('current'),
  descending: flag.default(true),
  group: z.enum(registerGroups).optional(),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type RegisterQuery = z.output<typeof registerQuery>;

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const registerContract = {
  'GET /api/risks/register': {
    summary: 'The risk register, a window of it (R1)',
    query: registerQuery,
    answer: z.object({
      rows: z.array(riskRow),
      total: count,
      /** In row order, with their counts; empty when ungrouped. */
      groups: z.array(z.object({ key: z.string(), title: z.string(), count, worst: levelMark.optional() })),
      levels: z.array(levelMark),
      centres: z.array(centreRef),
      owners: z.array(personRef),
      mine: z.array(z.string()),
      freshness,
    }),
  },
  'GET /api/risks/register.xlsx': {
    summary: 'Exactly what is seen, as a workbook: the same rows, order and columns',
    query: registerQuery.extend({ columns: z.string().max(300).optional() }),
    file: workbook,
  },
  'GET /api/risks/saved-views': {
    summary: 'The reader’s saved views of the register, and those shared with all',
    answer: z.object({
      views: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          query: z.string(),
          shared: z.boolean(),
          mine: z.boolean(),
          by: personRef,
        }),
      ),
      abilities: z.object({ save: z.boolean() }),
    }),
  },
  'POST /api/risks/saved-views': {
    summary: 'Save a view of the register: filters, order and columns as its address says',
    body: z.object({
      title: oneLine.min(1).max(80),
      query: z.string().max(2_000),
      shared: z.boolean().default(false),
    }),
    answer: z.object({ key: z.string() }),
  },
  'DELETE /api/risks/saved-views/:viewKey': { summary: 'Remove an own view', answer: z.object({ key: z.string() }) },
} satisfies Endpoints;

export const treatmentContract = {
  'GET /api/risks/register/:riskKey': { summary: 'One risk', answer: riskDetail },
  'PUT /api/risks/register/:riskKey/treatment': {
    summary: 'Choose how the risk is treated, and where it should end',
    body: z.object({
      treatment: z.enum(treatments),
      note: z.string().trim().max(2_000).default(''),
      target: estimate.optional(),
      expected,
    }),
    answer: riskDetail,
  },
  'POST /api/risks/register/:riskKey/actions': {
    summary: 'Add an action: an obligation of its owner',
    body: riskActionBody,
    answer: riskDetail,
  },
  'PUT /api/risks/register/:riskKey/actions/:actionKey': {
    summary: 'Change an action',
    body: riskActionBody.extend({ expected }),
    answer: riskDetail,
  },
  'POST /api/risks/register/:riskKey/actions/:actionKey/progress': {
    summary: 'Say how far it is; 100 is done',
    body: z.object({ progress: count.min(0).max(100), note: z.string().trim().max(1_000).default('') }),
    answer: riskDetail,
  },
  'POST /api/risks/register/:riskKey/actions/:actionKey/cancel': {
    summary: 'Give an action up, with the reason',
    body: cancelBody,
    answer: riskDetail,
  },
  'POST /api/risks/register/:riskKey/acceptance': {
    summary: 'Ask those who may for the residual risk to be accepted until a date',
    body: z.object({ reason: z.string().trim().min(10).max(2_000), until: day() }),
    answer: riskDetail,
  },
} satisfies Endpoints;
