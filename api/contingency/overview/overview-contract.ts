import { z } from 'zod';
import { assetKinds, assetRef } from '../../assets/contract.ts';
import { figureGaps, figureView, hours, lossHours, serviceGaps, vitalBases } from '../../critical-services/contract.ts';
import { centreRef, freshness } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { flag, offset } from '../../http/input.ts';
import { planTesting } from '../plans/plan-contract.ts';
import { coverageStates, planGaps, testStatuses } from '../vocabulary.ts';

const count = z.number().int();

/** Gaps of a vital system, worst first: plans and tests, then figures. Texts under `contingency.gap`. */
export const systemGaps = [...planGaps, ...figureGaps] as const;
/** And of a service. */
const overviewGaps = [...new Set([...systemGaps, ...serviceGaps])] as const;

/** A gap, with the page to fix it; `onlySees`: where others do, for a reader who may not. */
const gapView = z.object({ gap: z.enum(overviewGaps), path: z.string(), onlySees: z.boolean().optional() });
export type GapView = z.output<typeof gapView>;

/** Status of a vital system's plans over the centres that use it; `state` is their worst. */
const vitalPlan = z.object({
  state: z.enum(coverageStates),
  /** Using centres with a procedure in force. */
  covered: count,
  of: count,
});
/** Testing of its plans: the worst status of those in force, and the longest latest recovery. */
const vitalTesting = planTesting.extend({
  /** It exceeded the accepted downtime. */
  aboveMtd: z.boolean(),
  /** Tested in the past twelve months. */
  inAYear: z.boolean(),
});

const vitalRow = z.object({
  asset: assetRef,
  basis: z.enum(vitalBases),
  /** The centres that work with it; its owner first. */
  centres: z.array(centreRef),
  mtd: figureView.optional(),
  rto: figureView.optional(),
  rpo: figureView.optional(),
  plan: vitalPlan,
  /** Of systems. */
  restorePlan: z.object({ state: z.enum(coverageStates), planKey: z.string().optional() }).optional(),
  /** Absent without a plan in force. */
  testing: vitalTesting.optional(),
  gaps: z.array(gapView),
});
export type VitalRow = z.output<typeof vitalRow>;

/** Kinds of nodes in the pictures. */
const nodeKinds = ['service', ...assetKinds] as const;
export type NodeKind = (typeof nodeKinds)[number];
/** `valid`: in place, `partly`: in approval or due for renewal, `missing`. */
const ladderMarks = ['valid', 'partly', 'missing'] as const;

const ladderItem = z.object({
  kind: z.enum(nodeKinds),
  key: z.string(),
  title: z.string(),
  mtd: lossHours.optional(),
  /** Of systems and work processes. */
  plan: z.enum(ladderMarks).optional(),
  test: z.enum(ladderMarks).optional(),
  gaps: count,
});
export type LadderItem = z.output<typeof ladderItem>;

/** `within`: back within the hours; `beyond`: later than the last rung; `unknown`: not set. */
const rungKinds = ['within', 'beyond', 'unknown'] as const;
export const ladderRung = z.object({
  /** Value of the filter `rung`: the hours, `beyond` or `unknown`. */
  rung: z.string(),
  kind: z.enum(rungKinds),
  hours: hours.optional(),
  services: count,
  systems: count,
  withGaps: count,
  /** Most urgent first; at most `ladderItems`. */
  items: z.array(ladderItem),
});
export type LadderRung = z.output<typeof ladderRung>;
/** Items of a rung in an answer; the table is complete. */
export const ladderItems = 30;

export const rungPattern = /^(\d{1,5}(\.\d{1,2})?|beyond|unknown)$/;
const sortKeys = ['gaps', 'title', 'centre', 'mtd', 'rto', 'rpo', 'plan', 'lastTest', 'nextTest', 'recovery'] as const;
const vitalFilter = {
  q: z.string().max(100).optional(),
  /** `mine`: the reader's own centres. */
  centreId: z.string().max(255).optional(),
  kind: z.enum(assetKinds).optional(),
  rung: z.string().max(60).regex(rungPattern).optional(),
  /** `any`: has one. */
  gap: z.enum([...systemGaps, 'any']).optional(),
  plan: z.enum(coverageStates).optional(),
  /** `notInAYear`: a plan in force not tested in the past twelve months; `lacking`: never tested, overdue or failed. */
  testing: z.enum([...testStatuses, 'notInAYear', 'lacking']).optional(),
};
export const overviewQuery = z.object({
  ...vitalFilter,
  sort: z.enum(sortKeys).default('gaps'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type OverviewQuery = z.output<typeof overviewQuery>;

export const contingencyOverview = z.object({
  /** By centre, kind and search, regardless of other filters. */
  counts: z.object({
    vital: count,
    noPlan: count,
    notInAYear: count,
    withGaps: count,
    services: count,
    /** Of all rows of the query. */
    total: count,
  }),
  /** Vital systems by gap; without zeros, worst first. */
  gaps: z.array(z.object({ gap: z.enum(systemGaps), count })),
  ladder: z.array(ladderRung),
  rows: z.array(vitalRow),
  centres: z.array(centreRef),
  /** The reader's own centres, shown first. */
  mine: z.array(z.string()),
  abilities: z.object({ reportDowntime: z.boolean(), addService: z.boolean() }),
  freshness,
});
export type ContingencyOverview = z.output<typeof contingencyOverview>;

const graphNode = z.object({
  id: z.string(),
  kind: z.enum(nodeKinds),
  key: z.string(),
  title: z.string(),
  centre: z.string().optional(),
  mtd: lossHours.optional(),
  rto: lossHours.optional(),
  rpo: lossHours.optional(),
  vital: z.boolean(),
  gaps: count,
  /** Column from the left: services 0. */
  layer: count,
  /** It decides the accepted downtime of the focus, or passes it on. */
  deciding: z.boolean(),
  /** Its page in the tab. */
  path: z.string(),
});
export type GraphNode = z.output<typeof graphNode>;
const graphEdge = z.object({
  /** Node that depends on `to`. */
  from: z.string(),
  to: z.string(),
  deciding: z.boolean(),
});
export type GraphEdge = z.output<typeof graphEdge>;
/** Most nodes of a picture. */
export const mostNodes = 150;

export const dependenciesView = z.object({
  /** The focus; absent: the initial services. */
  focus: z
    .object({
      id: z.string(),
      /** The decider of the accepted downtime, and the path. */
      mtd: figureView.optional(),
      rto: figureView.optional(),
      rpo: figureView.optional(),
      gaps: z.array(gapView),
      plan: vitalPlan.optional(),
      testing: vitalTesting.optional(),
    })
    .optional(),
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  /** Nodes left out: the farthest. */
  left: count,
  freshness,
});
export type DependenciesView = z.output<typeof dependenciesView>;

/** Status of vital systems (R4). */
export const contingencyOverviewContract = {
  'GET /api/contingency/overview': {
    summary: 'Vital systems, gaps first, and what must be back when (R4–R6)',
    query: overviewQuery,
    answer: contingencyOverview,
  },
  'GET /api/contingency/overview.xlsx': {
    summary: 'The same as a workbook',
    query: overviewQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/contingency/dependencies': {
    summary: 'What a service or a system needs, and what needs it; without either the services to begin with (R4)',
    query: z.object({ service: z.string().max(255).optional(), asset: z.string().max(255).optional() }),
    answer: dependenciesView,
  },
} satisfies Endpoints;
