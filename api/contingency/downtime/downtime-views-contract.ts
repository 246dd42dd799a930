import { z } from 'zod';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import { downtimeStates, logKinds } from '../vocabulary.ts';

const moment = z.iso.datetime();
const localDate = z.iso.date();
const count = z.number().int();

/** Accepted downtime in hours, and its end; `peak`: the busy period that shortens it. */
const downtimeLimit = z.object({ hours: lossHours, until: moment, peak: z.string().optional() });
export type DowntimeLimit = z.output<typeof downtimeLimit>;

/** An affected service. `kept` once the system is up again. */
const hitServiceView = z.object({
  key: z.string(),
  title: z.string(),
  centre: z.string().optional(),
  limit: downtimeLimit.optional(),
  kept: z.boolean().optional(),
});
export type HitServiceView = z.output<typeof hitServiceView>;

/** Another system reported down. */
const runningRef = z.object({ key: z.string(), title: z.string() });
/** Related current downtimes: the same system, its dependencies and dependants. */
const relatedDowntimes = z.object({
  same: runningRef.optional(),
  needs: z.array(runningRef),
  neededBy: z.array(runningRef),
});

const hit = {
  /** Least time left first; without a limit last. */
  services: z.array(hitServiceView),
  /** Systems and processes that depend on it, nearest first. */
  dependants: z.array(assetRef),
  related: relatedDowntimes,
  /** The shortest limit of all. */
  limit: downtimeLimit.optional(),
};

export const downtimePreview = z.object({
  asset: assetRef,
  ...hit,
  centres: z.array(centreRef),
  /** Every centre, to choose from when the register has no users. */
  allCentres: z.array(centreRef),
  /** Card recipients: coordinators and managers of the centres, others, and those named in a plan. */
  told: z.object({ leaders: count, others: count, named: count }),
  freshness,
});
export type DowntimePreview = z.output<typeof downtimePreview>;

const planRef = z.object({ key: z.string(), title: z.string(), inForce: z.boolean() });
/** A centre's procedure: its plan and first steps. */
const centreProcedure = z.object({
  centre: centreRef,
  plan: planRef.optional(),
  steps: z.array(z.object({ key: z.string(), text: z.string(), role: z.string() })),
});
export type CentreProcedure = z.output<typeof centreProcedure>;

/** A contact. `left`: no longer employed, so the number may be wrong. */
const downtimeContact = z.object({
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  note: z.string(),
  left: z.boolean(),
  /** The number is the directory's, not the plan's. */
  fromDirectory: z.boolean().optional(),
});
export type DowntimeContact = z.output<typeof downtimeContact>;
const downtimeSupplier = z.object({
  name: z.string(),
  phone: z.string(),
  agreement: z.string(),
  hours: z.string(),
});

const downtimeLogLine = z.object({
  key: z.string(),
  kind: z.enum(logKinds),
  text: z.string(),
  at: moment,
  by: personRef,
});

export const downtimeRow = z.object({
  key: z.string(),
  title: z.string(),
  assetKey: z.string(),
  state: z.enum(downtimeStates),
  startedAt: moment,
  endedAt: moment.optional(),
  centres: z.array(centreRef),
  services: count,
  limit: downtimeLimit.optional(),
  kept: z.boolean().optional(),
  dataLoss: lossHours.optional(),
  reportedBy: personRef,
});
export type DowntimeRow = z.output<typeof downtimeRow>;

export const downtimeView = downtimeRow.extend({
  ...hit,
  /** Absent if no longer in the register. */
  asset: assetRef.optional(),
  owner: personRef.optional(),
  note: z.string(),
  reportedAt: moment,
  changedAt: moment,
  procedures: z.array(centreProcedure),
  restorePlan: planRef.optional(),
  contacts: z.array(downtimeContact),
  suppliers: z.array(downtimeSupplier),
  told: count,
  log: z.array(downtimeLogLine),
  /** Written at closing. */
  record: z
    .object({
      cause: z.string(),
      lessons: z.string(),
      closedAt: moment.optional(),
      closedBy: personRef.optional(),
      tested: z.array(z.object({ key: z.string(), title: z.string() })),
    })
    .optional(),
  cancelledReason: z.string().optional(),
  /** The latest correction of the closed record. */
  correction: z.object({ at: moment, by: personRef, reason: z.string() }).optional(),
  improvements: z.array(
    z.object({ key: z.string(), title: z.string(), owner: personRef, due: localDate, done: z.boolean() }),
  ),
  /** Plans in force it may count as a test of. */
  testable: z.array(z.object({ key: z.string(), title: z.string() })),
  allCentres: z.array(centreRef),
  /** `log`: editors, and the affected centres. */
  abilities: z.object({ keep: z.boolean(), log: z.boolean() }),
  /** The server's clock, for the stopwatch. */
  now: moment,
  freshness,
});
export type DowntimeView = z.output<typeof downtimeView>;
