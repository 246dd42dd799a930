import { z } from 'zod';
import { oneLine } from '../../http/input.ts';

const itemKey = z.string().min(1).max(40);
const line = z.string().trim().max(300);
const prose = z.string().trim().max(4_000);

/** One step. `minutes`: its deadline, counted from the start. */
export const planStep = z.object({
  key: itemKey,
  text: z.string().trim().max(1_000),
  /** The responsible role in the plan: "Vagthavende sygeplejerske". */
  role: z.string().trim().max(100).default(''),
  /** The person with that role, if named. */
  personId: z.string().max(255).optional(),
  minutes: z.number().int().min(0).max(100_000).optional(),
});
export type PlanStep = z.output<typeof planStep>;

/** A contact. A person of the directory may have left; without a phone the directory's is used. */
export const planContact = z.object({
  key: itemKey,
  role: z.string().trim().max(100).default(''),
  personId: z.string().max(255).optional(),
  /** Of a person not in the directory. */
  name: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  note: line.default(''),
});
export type PlanContact = z.output<typeof planContact>;

const planSupplier = z.object({
  key: itemKey,
  name: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  /** Agreement or customer number. */
  agreement: z.string().trim().max(120).default(''),
  /** Opening hours: "Døgnet rundt". */
  hours: z.string().trim().max(120).default(''),
});
export type PlanSupplier = z.output<typeof planSupplier>;

/** A manual procedure, and its forms. */
const planWorkaround = z.object({
  key: itemKey,
  title: oneLine.max(200).default(''),
  text: prose.default(''),
  /** Location or name of the paper form. */
  form: line.default(''),
});
export type PlanWorkaround = z.output<typeof planWorkaround>;

/** A plan's content (R5). Plain text throughout; every part may be empty in a draft. */
export const planContent = z.object({
  /** Subject and audience. */
  about: prose.default(''),
  /** When it is used. */
  triggers: z.array(line).max(20).default([]),
  firstHour: z.array(planStep).max(30).default([]),
  steps: z.array(planStep).max(60).default([]),
  workarounds: z.array(planWorkaround).max(20).default([]),
  contacts: z.array(planContact).max(40).default([]),
  suppliers: z.array(planSupplier).max(20).default([]),
  /** Who informs whom, and how. */
  communication: prose.default(''),
  returnToNormal: z.array(planStep).max(30).default([]),
  /** How paper records are entered into the system. */
  catchingUp: prose.default(''),
});
export type PlanContent = z.output<typeof planContent>;

export const emptyPlanContent: PlanContent = planContent.parse({});
