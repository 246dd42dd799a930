import { z } from 'zod';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import { downtimeStates, logKinds } from '../vocabulary.ts';

const moment = z.iso.datetime();
const localDate = z.iso.date();
const count = z.number().int();

/** How long it may be down, hours, and until when that is; `peak`: the busy time that makes it shorter. */
export const downtimeLimit = z.object({ hours: lossHours, until: moment, peak: z.string().optional() });
export type DowntimeLimit = z.output<typeof downtimeLimit>;

/** A service that is hit. `kept` once the system runs again. */
export const hitServiceView = z.object({
  key: z.string(),
  title: z.string(),
  centre: z.string().optional(),
  limit: downtimeLimit.optional(),
  kept: z.boolean().optional(),
});
export type HitServiceView = z.output<typeof hitServiceView>;

/** Another system that is said to be down now. */
const runningRef = z.object({ key: z.string(), title: z.string() });
/** What else is down that has to do with it: the same system, one that it needs, one that needs it. */
const relatedDowntimes = z.object({
  same: runningRef.optional(),
  needs: z.array(runningRef),
  neededBy: z.array(runningRef),
});

const hit = {
  /** Least time left first; those that nobody has given a limit come last. */
  services: z.array(hitServiceView),
  /** Systems and processes that cannot do without it, nearest first. */
  dependants: z.array(assetRef),
  related: relatedDowntimes,
  /** The shortest limit of all. */
  limit: downtimeLimit.optional(),
};

export const downtimePreview = z.object({
  asset: assetRef,
  ...hit,
  centres: z.array(centreRef),
  /** Every centre, to choose from when the register does not say who uses it. */
  allCentres: z.array(centreRef),
  /** Who gets a card: coordinators and managers of the centres, others, and those named in a plan. */
  told: z.object({ leaders: count, others: count, named: count }),
});
export type DowntimePreview = z.output<typeof downtimePreview>;

const planRef = z.object({ key: z.string(), title: z.string(), inForce: z.boolean() });
/** How a centre works meanwhile: its plan and the first steps of it. */
export const centreProcedure = z.object({
  centre: centreRef,
  plan: planRef.optional(),
  steps: z.array(z.object({ key: z.string(), text: z.string(), role: z.string() })),
});
export type CentreProcedure = z.output<typeof centreProcedure>;

/** Whom to call. `left`: the person is not here any more, so the number may be wrong. */
export const downtimeContact = z.object({
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  note: z.string(),
  left: z.boolean(),
  /** The plan has no number: it is the directory's. */
  fromDirectory: z.boolean().optional(),
});
export type DowntimeContact = z.output<typeof downtimeContact>;
export const downtimeSupplier = z.object({
  name: z.string(),
  phone: z.string(),
  agreement: z.string(),
  hours: z.string(),
});

export const downtimeLogLine = z.object({
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
  /** Absent when the register has lost it. */
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
  /** What was written when it was over. */
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
  improvements: z.array(
    z.object({ key: z.string(), title: z.string(), owner: personRef, due: localDate, done: z.boolean() }),
  ),
  /** Plans in force that it may count as a test of. */
  testable: z.array(z.object({ key: z.string(), title: z.string() })),
  allCentres: z.array(centreRef),
  /** `log`: those who keep it, and the centres that are hit. */
  abilities: z.object({ keep: z.boolean(), log: z.boolean() }),
  /** The program's own clock: the stopwatch goes by it. */
  now: moment,
  freshness,
});
export type DowntimeView = z.output<typeof downtimeView>;
