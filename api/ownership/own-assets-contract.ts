import { z } from 'zod';
import { agreementStates, assetKinds, assetRow } from '../assets/contract.ts';
import { coverageStates, testStatuses } from '../contingency/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { flag, offset } from '../http/input.ts';

const localDate = z.iso.date();
const count = z.number().int();

/** Why a system is listed: owned by the reader, or assigned during the owner's absence. */
const ownParts = ['owner', 'standIn'] as const;
/** Filters with counts: open work, overdue work, or unassessed systems. */
const ownShows = ['tasks', 'overdue', 'unassessed', 'noPlan'] as const;
export type OwnShow = (typeof ownShows)[number];

/** The system's most urgent work. */
const nextWork = z.object({
  kind: z.string(),
  title: z.string(),
  due: localDate,
  /** Negative when overdue. */
  daysLeft: count,
  path: z.string(),
  /** Its owner; absent for the reader's own. */
  person: personRef.optional(),
});

const ownAssetRow = assetRow.extend({
  part: z.enum(ownParts),
  /** Of vital systems: plans over the using centres, and tests. */
  plan: z.object({ state: z.enum(coverageStates), covered: count, of: count }).optional(),
  testing: z.object({ look: z.enum([...testStatuses, 'failed']) }).optional(),
  /** Open work about it, of any owner. */
  tasks: z.object({ open: count, overdue: count }),
  next: nextWork.optional(),
  /** Data processing agreement, by another register. */
  agreement: z.object({ state: z.enum(agreementStates), on: localDate.optional() }).optional(),
});
export type OwnAssetRow = z.output<typeof ownAssetRow>;

const ownQuery = z.object({
  q: z.string().max(100).optional(),
  kind: z.enum(assetKinds).optional(),
  show: z.enum(ownShows).optional(),
  sort: z.enum(['next', 'title', 'criticality', 'level', 'plan', 'tasks']).default('next'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type OwnAssetsQuery = z.output<typeof ownQuery>;

export const ownAssetsContract = {
  'GET /api/own-assets': {
    summary: 'The systems and work processes that the reader owns, with how each stands (R1, R4, R7)',
    query: ownQuery,
    answer: z.object({
      rows: z.array(ownAssetRow),
      total: count,
      /** By search and kind, ignoring the filter. */
      counts: z.object({ all: count, tasks: count, overdue: count, unassessed: count, noPlan: count }),
      today: localDate,
      freshness,
    }),
  },
  'GET /api/own-assets.xlsx': {
    summary: 'The same as a workbook',
    query: ownQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} satisfies Endpoints;
