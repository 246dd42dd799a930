import { z } from 'zod';
import { assetRef } from '../assets/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { expected, expectedOrNone } from '../http/input.ts';
import { hours, lossHours, serviceRef } from './service-contract.ts';
import { figureGaps, redundancies, vitalBases } from './vocabulary.ts';

const moment = z.iso.datetime();

/** An asset's actual capability when it is down. Hours. */
const recoveryFields = {
  /** Recovery time promised by the supplier or own IT. */
  promise: hours.optional(),
  /** Time between two backups. */
  backup: hours.optional(),
  redundancy: z.enum(redundancies).default('unknown'),
  note: z.string().trim().max(2_000).default(''),
  /** The asset's own figures, if vital without a service. */
  ownMtd: hours.optional(),
  ownRto: hours.optional(),
  ownRpo: lossHours.optional(),
};
export const recoveryBody = z.object({
  ...recoveryFields,
  /** The writer's `changedAt`; none for the first. */
  expected: expectedOrNone,
});
export type RecoveryBody = z.input<typeof recoveryBody>;

/** A figure, its source, and the assets between, from the source's dependency to the one before this. */
export const figureView = z.object({
  hours: lossHours,
  decidedBy: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('service'), service: serviceRef }),
    z.object({ kind: z.literal('asset'), asset: assetRef }),
  ]),
  through: z.array(assetRef),
});
export type FigureView = z.output<typeof figureView>;

export const vitalView = z.object({
  is: z.boolean(),
  etag: z.string(),
  basis: z.enum(vitalBases).optional(),
  /** Reason of a manual setting. */
  reason: z.string().optional(),
  by: personRef.optional(),
  at: moment.optional(),
});

export const continuityView = z.object({
  asset: assetRef,
  vital: vitalView,
  mtd: figureView.optional(),
  rto: figureView.optional(),
  rpo: figureView.optional(),
  recovery: z.object({ ...recoveryFields, changedAt: moment.optional(), changedBy: personRef.optional() }),
  /** All dependent services, shortest downtime first. */
  services: z.array(serviceRef.extend({ direct: z.boolean(), mtd: hours.optional(), centre: z.string().optional() })),
  gaps: z.array(z.enum(figureGaps)),
  abilities: z.object({ edit: z.boolean(), setVital: z.boolean() }),
  freshness,
});
export type ContinuityView = z.output<typeof continuityView>;

export const recoveryContract = {
  'GET /api/assets/:assetKey/continuity': {
    summary: 'What an asset must do and can do when it is down, and which service decides (R4)',
    answer: continuityView,
  },
  'PUT /api/assets/:assetKey/continuity': {
    summary: 'Change what it can do',
    body: recoveryBody,
    answer: continuityView,
  },
  'PUT /api/assets/:assetKey/vital': {
    summary: 'Say with a reason that it is vital, or that it is not',
    body: z.object({ is: z.boolean(), reason: z.string().trim().min(10).max(1_000), expected }),
    answer: continuityView,
  },
  'DELETE /api/assets/:assetKey/vital': { summary: 'Let the figures decide again', answer: continuityView },
} satisfies Endpoints;
