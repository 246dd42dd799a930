import { z } from 'zod';
import { assetRef, levelMark } from '../assets/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { checkFinding } from './assessment-contract.ts';
import { riskFilter, riskRow } from './register-contract.ts';
import { scaleView } from './scale-contract.ts';

const count = z.number().int();
const localDate = z.iso.date();
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** Risks in a cell at each stage. */
export const heatCell = z.object({
  consequence: count,
  likelihood: count,
  inherent: count,
  current: count,
  target: count,
});
export type HeatCell = z.output<typeof heatCell>;
/** Number of risks that move from one cell to another between two stages. */
const heatMove = z.object({
  stage: z.enum(['inherent', 'current']),
  from: z.tuple([count, count]),
  to: z.tuple([count, count]),
  count,
});

export const overviewView = z.object({
  scale: scaleView,
  /** Non-empty cells only. */
  cells: z.array(heatCell),
  moves: z.array(heatMove),
  total: count,
  /** On another scale: in the register, not in the map. */
  otherScale: count,
  /** By level of the scale, mildest first. */
  levels: z.array(levelMark.extend({ inherent: count, current: count, target: count })),
  top: z.array(riskRow),
  overdueActions: z.array(
    z.object({
      riskKey: z.string(),
      title: z.string(),
      asset: assetRef,
      owner: personRef.optional(),
      due: localDate,
      daysLate: count,
    }),
  ),
  overdueActionCount: count,
  /** Assessments due within 30 days, overdue, or missing. */
  dueAssessments: z.array(
    z.object({
      asset: assetRef,
      centre: centreRef.optional(),
      owner: personRef.optional(),
      reviewOn: localDate.optional(),
      status: z.enum(['none', 'due', 'overdue']),
    }),
  ),
  dueAssessmentCount: count,
  /** Against the frozen numbers of the same month a year ago, else of the oldest month. */
  movement: z
    .object({
      since: month,
      levels: z.array(z.object({ severity: z.number(), word: z.string(), before: count, now: count })),
    })
    .optional(),
  findings: z.object({ error: count, warning: count, info: count }),
  assets: z.object({ total: count, assessed: count, missing: count }),
  centres: z.array(centreRef),
  owners: z.array(personRef),
  mine: z.array(z.string()),
  abilities: z.object({ addAsset: z.boolean(), import: z.boolean(), editScales: z.boolean() }),
  freshness,
});
export type OverviewView = z.output<typeof overviewView>;

const checkGroup = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** The rule and its reason. */
  text: z.string(),
  findings: z.array(checkFinding.extend({ centre: centreRef.optional(), owner: personRef.optional() })),
  /** The total, when not all are included; the workbook has all. */
  total: count.optional(),
});

export const overviewContract = {
  'GET /api/risks/overview': {
    summary: 'The heat map and what needs somebody (R1, R2)',
    query: z.object(riskFilter),
    answer: overviewView,
  },
  'GET /api/risks/trend': {
    summary: 'Risks by level month by month, as frozen; the running month as it is now',
    query: z.object({ centreId: z.string().max(255).optional() }),
    answer: z.object({
      months: z.array(
        z.object({
          month,
          frozen: z.boolean(),
          levels: z.array(z.object({ word: z.string(), tone: levelMark.shape.tone, severity: z.number(), count })),
          total: count,
        }),
      ),
      centres: z.array(
        z.object({
          centre: centreRef,
          /** Worst level of owned and used assets, also inherited. */
          level: levelMark.optional(),
          /** Worst level of own assets by own risks. */
          ownLevel: levelMark.optional(),
          risks: count,
          assets: count,
          missing: count,
        }),
      ),
      freshness,
    }),
  },
  'GET /api/risks/centres.xlsx': {
    summary: 'Risks by centre and level, and by month of the chosen ones, as a workbook',
    query: z.object({ centreId: z.string().max(255).optional() }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/risks/checks': {
    summary: 'Quality checks: what is missing or contradicts itself',
    query: z.object({
      centreId: z.string().max(255).optional(),
      severity: z.enum(['error', 'warning', 'info']).optional(),
    }),
    answer: z.object({
      groups: z.array(checkGroup),
      counts: z.object({ error: count, warning: count, info: count }),
      rules: count,
      centres: z.array(centreRef),
      mine: z.array(z.string()),
      freshness,
    }),
  },
  'GET /api/risks/checks.xlsx': {
    summary: 'The same as a workbook',
    query: z.object({
      centreId: z.string().max(255).optional(),
      severity: z.enum(['error', 'warning', 'info']).optional(),
    }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} satisfies Endpoints;
