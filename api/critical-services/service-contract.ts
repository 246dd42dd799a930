import { z } from 'zod';
import { assetRef } from '../assets/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expectedAt, flag, offset, oneLine } from '../http/input.ts';
import { continuitySettings } from './settings-contract.ts';
import { audiences, downtimeAcceptances, mostHours, serviceGaps, serviceStates } from './vocabulary.ts';

const moment = z.iso.datetime();
const localDate = z.iso.date();
const count = z.number().int();
const key = z.string().min(1).max(255);
/** Hours; half an hour is 0.5. */
export const hours = z.number().positive().max(mostHours);
/** Data loss may be none. */
export const lossHours = z.number().min(0).max(mostHours);

/** The impact after so long: `level` is an index in the settings' levels, mildest 0. */
export const impact = z.object({ hours, level: z.number().int().min(0).max(4), words: z.string().trim().max(1_000) });
export type Impact = z.output<typeof impact>;

/** A peak, with less acceptable downtime: months 1–12 (none: every month) and days of the month, both ends included. */
export const peak = z.object({
  title: oneLine.min(1).max(200),
  months: z.array(z.number().int().min(1).max(12)).max(12).default([]),
  days: z.object({ from: z.number().int().min(1).max(31), to: z.number().int().min(1).max(31) }).optional(),
  mtd: hours.optional(),
});
export type Peak = z.output<typeof peak>;

const serviceFields = {
  title: oneLine.min(1).max(200),
  /** Plain text. */
  description: z.string().trim().max(4_000).default(''),
  audience: z.enum(audiences),
  /** The centre that provides it; absent: the whole organisation. */
  centreId: key.optional(),
  ownerId: key.optional(),
  impacts: z.array(impact).max(12).default([]),
  /** Maximum accepted downtime, recovery target, and maximum data loss; hours. */
  mtd: hours.optional(),
  rto: hours.optional(),
  rpo: lossHours.optional(),
  /** Reason for that downtime. */
  mtdReason: z.string().trim().max(2_000).default(''),
  minimumOperation: z.string().trim().max(2_000).default(''),
  peaks: z.array(peak).max(20).default([]),
  /** Required systems and work processes. */
  needs: z.array(key).max(200).default([]),
  reviewMonths: z.number().int().min(1).max(60).default(12),
};
export const serviceBody = z.object({
  ...serviceFields,
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type ServiceBody = z.input<typeof serviceBody>;

/** An act on what is shown: the actor's `changedAt`; refused when changed since. */
const onExpected = z.object({ expected: expectedAt });

export const serviceRef = z.object({ key: z.string(), title: z.string() });
export type ServiceRef = z.output<typeof serviceRef>;

export const acceptanceView = z.object({
  state: z.enum(downtimeAcceptances),
  requestKey: z.string().optional(),
  /** Who decided it, and when. */
  by: z.array(personRef).optional(),
  on: localDate.optional(),
  /** While waiting: the figures have changed, so it cannot be accepted. */
  outdated: z.boolean().optional(),
});

export const serviceRow = serviceRef.extend({
  audience: z.enum(audiences),
  state: z.enum(serviceStates),
  centre: centreRef.optional(),
  owner: personRef.optional(),
  mtd: hours.optional(),
  rto: hours.optional(),
  rpo: lossHours.optional(),
  needs: count,
  acceptance: z.enum(downtimeAcceptances),
  gaps: z.array(z.enum(serviceGaps)),
  /** Absent for a retired one. */
  reviewOn: localDate.optional(),
  reviewedOn: localDate,
  changedAt: moment,
  abilities: z.object({ edit: z.boolean() }),
});
export type ServiceRow = z.output<typeof serviceRow>;

/** A directly or indirectly required asset, with the source of its figures. */
export const neededAsset = z.object({
  asset: assetRef,
  /** Directly required. */
  direct: z.boolean(),
  vital: z.boolean(),
  mtd: hours.optional(),
  /** Another service with less downtime decides the asset's figure. */
  decidedBy: serviceRef.optional(),
});

export const serviceView = serviceRow.extend({
  description: z.string(),
  impacts: z.array(impact),
  mtdReason: z.string(),
  minimumOperation: z.string(),
  peaks: z.array(peak),
  reviewMonths: count,
  /** By the impacts: the first point with unacceptable harm. */
  proposedMtd: hours.optional(),
  needed: z.array(neededAsset),
  accepted: acceptanceView,
  changedBy: personRef,
  retiredReason: z.string().optional(),
  settings: continuitySettings,
  abilities: z.object({ edit: z.boolean(), retire: z.boolean(), askAcceptance: z.boolean() }),
  freshness,
});
export type ServiceView = z.output<typeof serviceView>;

const servicesQuery = z.object({
  q: z.string().max(100).optional(),
  audience: z.enum(audiences).optional(),
  /** `mine`: the reader's centres. */
  centreId: z.string().max(255).optional(),
  /** Default: services in use. */
  state: z.enum(serviceStates).default('inUse'),
  /** `any`: any gap. */
  gap: z.enum([...serviceGaps, 'any']).optional(),
  acceptance: z.enum(downtimeAcceptances).optional(),
  sort: z.enum(['title', 'centre', 'mtd', 'rto', 'rpo', 'reviewOn', 'gaps']).default('gaps'),
  descending: flag.default(false),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type ServicesQuery = z.output<typeof servicesQuery>;

export const servicesContract = {
  'GET /api/critical-services': {
    summary: 'Critical services with their figures; what lacks something first (R4)',
    query: servicesQuery,
    answer: z.object({
      services: z.array(serviceRow),
      total: count,
      counts: z.object({ services: count, withGaps: count, accepted: count }),
      centres: z.array(centreRef),
      /** The reader's centres, shown first. */
      mine: z.array(z.string()),
      abilities: z.object({ add: z.boolean(), keepSettings: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/critical-services.xlsx': {
    summary: 'The same as a workbook',
    query: servicesQuery,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /api/critical-service-names': {
    summary: 'Services by name, for choosing one: best hits first, at most 20',
    query: z.object({ q: z.string().max(100).default('') }),
    answer: z.object({ services: z.array(serviceRef.extend({ centre: z.string().optional() })) }),
  },
  'POST /api/critical-services': {
    summary: 'Add a critical service',
    body: serviceBody.omit({ expected: true }),
    answer: serviceView,
  },
  'GET /api/critical-services/:serviceKey': { summary: 'One service with all it needs', answer: serviceView },
  'PUT /api/critical-services/:serviceKey': {
    summary: 'Change a service',
    body: serviceBody.extend({ expected: expectedAt }),
    answer: serviceView,
  },
  'POST /api/critical-services/:serviceKey/reviewed': {
    summary: 'Its figures have been looked at and still hold (R4)',
    body: onExpected,
    answer: serviceView,
  },
  'POST /api/critical-services/:serviceKey/retire': {
    summary: 'It is not given any more',
    body: onExpected.extend({ reason: z.string().trim().min(3).max(500) }),
    answer: serviceView,
  },
  'POST /api/critical-services/:serviceKey/reinstate': {
    summary: 'It is given again',
    body: onExpected,
    answer: serviceView,
  },
  'POST /api/critical-services/:serviceKey/ask-acceptance': {
    summary: 'Ask those who answer for it to accept downtime, target and data loss as they stand (R4)',
    body: onExpected,
    answer: serviceView,
  },
} satisfies Endpoints;
