import { z } from 'zod';

const itemKey = z.string().min(1).max(40);
const line = z.string().trim().max(300);
const prose = z.string().trim().max(4_000);

/** One thing to do. `minutes`: when it should be done, counted from the start. */
export const planStep = z.object({
  key: itemKey,
  text: z.string().trim().max(1_000),
  /** Who does it, as a role in the plan: "Vagthavende sygeplejerske". */
  role: z.string().trim().max(100).default(''),
  /** The person who has that part, where one is named. */
  personId: z.string().max(255).optional(),
  minutes: z.number().int().min(0).max(100_000).optional(),
});
export type PlanStep = z.output<typeof planStep>;

/** Whom to call. A person of the directory may have left; without a phone the directory's is called. */
export const planContact = z.object({
  key: itemKey,
  role: z.string().trim().max(100).default(''),
  personId: z.string().max(255).optional(),
  /** Of somebody who is not in the directory. */
  name: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  note: line.default(''),
});
export type PlanContact = z.output<typeof planContact>;

export const planSupplier = z.object({
  key: itemKey,
  name: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  /** Agreement or customer number. */
  agreement: z.string().trim().max(120).default(''),
  /** When they answer: "Døgnet rundt". */
  hours: z.string().trim().max(120).default(''),
});
export type PlanSupplier = z.output<typeof planSupplier>;

/** How it is done by hand meanwhile, and on which forms. */
export const planWorkaround = z.object({
  key: itemKey,
  title: z.string().trim().max(200).default(''),
  text: prose.default(''),
  /** Where the paper form lies, or what it is called. */
  form: line.default(''),
});
export type PlanWorkaround = z.output<typeof planWorkaround>;

/** All that a plan says (R5). Plain text throughout; every part may be empty while it is a draft. */
export const planContent = z.object({
  /** What it is about and for whom. */
  about: prose.default(''),
  /** When it is used. */
  triggers: z.array(line).max(20).default([]),
  firstHour: z.array(planStep).max(30).default([]),
  steps: z.array(planStep).max(60).default([]),
  workarounds: z.array(planWorkaround).max(20).default([]),
  contacts: z.array(planContact).max(40).default([]),
  suppliers: z.array(planSupplier).max(20).default([]),
  /** Who is told, by whom and how. */
  communication: prose.default(''),
  returnToNormal: z.array(planStep).max(30).default([]),
  /** How what was written on paper comes into the system. */
  catchingUp: prose.default(''),
});
export type PlanContent = z.output<typeof planContent>;

export const emptyPlanContent: PlanContent = planContent.parse({});
