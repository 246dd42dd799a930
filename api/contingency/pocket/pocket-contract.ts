import { z } from 'zod';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { shownContent } from '../plans/plan-contract.ts';
import { planKinds } from '../vocabulary.ts';

/** A plan in force in full: read without any other source. */
const pocketPlan = z.object({
  key: z.string(),
  versionKey: z.string(),
  kind: z.enum(planKinds),
  title: z.string(),
  number: z.number().int(),
  asset: assetRef,
  vital: z.boolean(),
  /** Accepted downtime, hours. */
  mtd: lossHours.optional(),
  validFrom: z.iso.date().optional(),
  /** Its review is overdue. */
  expired: z.boolean(),
  content: shownContent,
  /** Names of its forms; in the library and on paper. */
  forms: z.array(z.string()),
  /** The reader is named in it. */
  mine: z
    .object({
      roles: z.array(z.string()),
      steps: z.array(z.string()),
      due: z.iso.date(),
      confirmedAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** The system is down now. */
  down: z.object({ key: z.string(), since: z.iso.datetime() }).optional(),
});
export type PocketPlan = z.output<typeof pocketPlan>;

/** `phone`: the directory's. */
const called = personRef.extend({ phone: z.string().optional(), mail: z.string().optional() });

export const pocketView = z.object({
  /** Owner: never shown to another person. */
  personId: z.string(),
  organisation: z.string(),
  centre: centreRef.optional(),
  /** Contacts. */
  call: z.object({ coordinators: z.array(called), managers: z.array(called) }),
  /** Systems down first, then by shortest downtime. */
  plans: z.array(pocketPlan),
  asOf: z.iso.datetime(),
  freshness,
});
export type PocketView = z.output<typeof pocketView>;

/** The plans that concern the reader, cached on the device (R5). */
export const pocketContract = {
  'GET /api/contingency/pocket': {
    summary: 'The plans of the reader’s centre and those that name the reader, whole (R5)',
    answer: pocketView,
  },
} satisfies Endpoints;
