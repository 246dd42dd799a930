import { z } from 'zod';
import { fileView, versionStates, wayView } from '../../approvals/contract.ts';
import { assetRef } from '../../assets/contract.ts';
import { lossHours } from '../../critical-services/contract.ts';
import { differenceBlock } from '../../difference/contract.ts';
import { retirement, versionFacts, versionRow, writerAbilities } from '../../documents/contract.ts';
import { centreRef, freshness, personRef } from '../../http/contract.ts';
import { planContact, planContent, planStep } from './plan-content-contract.ts';
import { coverageStates, planKinds, testStatuses } from '../vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

/** Testing status of a plan (R6); recovery in hours. */
export const planTesting = z.object({
  status: z.enum(testStatuses),
  lastOn: localDate.optional(),
  passed: z.boolean().optional(),
  recovery: lossHours.optional(),
  nextOn: localDate.optional(),
});
export type PlanTesting = z.output<typeof planTesting>;

/** The version in force, or the one in approval. */
export const planRow = z.object({
  key: z.string(),
  versionKey: z.string(),
  kind: z.enum(planKinds),
  title: z.string(),
  number: count,
  state: z.enum(versionStates),
  asset: assetRef,
  vital: z.boolean(),
  /** Owner; absent: the whole organisation. */
  centre: centreRef.optional(),
  /** Its centres; empty: all that use the system. */
  centres: z.array(centreRef),
  validFrom: localDate.optional(),
  reviewOn: localDate.optional(),
  coming: z.enum(['draft', 'waiting', 'returned', 'rejected']).optional(),
  testing: planTesting,
  /** People named in it who have left. */
  left: count,
  /** Named people with a receipt of their part, of all named. */
  confirmed: z.object({ done: count, of: count }),
});
export type PlanRow = z.output<typeof planRow>;

/** A person named in the version in force, and their receipt. */
export const planPart = z.object({
  person: personRef,
  /** Their roles and steps. */
  roles: z.array(z.string()),
  steps: z.array(z.string()),
  left: z.boolean(),
  confirmedAt: moment.optional(),
});
export type PlanPart = z.output<typeof planPart>;

/** A contact or step with the person's name, and whether they have left. */
const who = { person: personRef.optional(), left: z.boolean() };
const shownStep = planStep.extend(who);
const shownContact = planContact.extend({
  ...who,
  /** `phone` is the directory's, not the plan's. */
  fromDirectory: z.boolean().optional(),
  /** The reader is in none of the plan's centres, so the number is hidden. */
  phoneHidden: z.boolean().optional(),
  /** The directory's number where the plan's differs; only for editors. */
  otherPhone: z.string().optional(),
});
/** The content with names, for reading. */
export const shownContent = planContent.extend({
  firstHour: z.array(shownStep),
  steps: z.array(shownStep),
  contacts: z.array(shownContact),
  returnToNormal: z.array(shownStep),
});
export type ShownContent = z.output<typeof shownContent>;

export const planForm = z.object({ key: z.string(), title: z.string(), file: fileView });

export const planVersionView = versionFacts.extend({
  /** Its centres; empty: all that use the system. */
  centres: z.array(centreRef),
  content: shownContent,
  forms: z.array(planForm),
  testMonths: count,
  /** The document in the library, once in force. */
  document: fileView.optional(),
});
export type PlanVersionView = z.output<typeof planVersionView>;

export const planView = z.object({
  key: z.string(),
  kind: z.enum(planKinds),
  asset: assetRef,
  vital: z.boolean(),
  centre: centreRef.optional(),
  centres: z.array(centreRef),
  /** The system's figures, to be met, in hours. */
  figures: z.object({ mtd: lossHours.optional(), rto: lossHours.optional(), rpo: lossHours.optional() }),
  retired: retirement.optional(),
  current: planVersionView.optional(),
  /** In approval: for its writers and approvers only. */
  coming: planVersionView.optional(),
  /** Its changes to the version in force. */
  difference: z.array(differenceBlock).optional(),
  versions: z.array(versionRow),
  parts: z.array(planPart),
  /** The reader's part in the version in force. */
  mine: z.object({ confirmedAt: moment.optional(), due: localDate }).optional(),
  testing: planTesting,
  /** What blocks submission, as codes: texts under `contingencyPlans.lacks`. */
  lacks: z.array(z.string()),
  way: wayView.optional(),
  abilities: writerAbilities.extend({
    confirm: z.boolean(),
    test: z.boolean(),
    /** The document, which has everybody's numbers. */
    print: z.boolean(),
  }),
  freshness,
});
export type PlanView = z.output<typeof planView>;

export const planCoverageView = z.object({
  centres: z.array(centreRef),
  /** Vital systems, most missing first. */
  systems: z.array(
    z.object({
      asset: assetRef,
      mtd: lossHours.optional(),
      missing: count,
      /** One per centre, in the order of `centres`. `shared`: several centres share the plan. */
      cells: z.array(z.object({ state: z.enum(coverageStates), planKey: z.string().optional(), shared: z.boolean() })),
      restorePlan: z.object({ state: z.enum(coverageStates), planKey: z.string().optional() }),
    }),
  ),
  /** Cells of centres that use the system, and those with a plan in force. */
  counts: z.object({ cells: count, covered: count }),
  mine: z.array(z.string()),
  /** Centres whose plans the reader may add. */
  writes: z.array(z.string()),
  freshness,
});
export type PlanCoverageView = z.output<typeof planCoverageView>;
