import type { Context } from '../../context.ts';
import { consolidation } from '../../critical-services/index.ts';
import { findAsset } from '../../assets/index.ts';
import { reviewDay } from '../../documents/index.ts';
import { digest, type LocalDate } from '../../kernel/index.ts';
import { findPerson, hasLeft } from '../../organisation/index.ts';
import type { PlanContact, PlanStep, PlanSupplier, PlanWorkaround } from '../contract.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { asReviewed } from '../plans/lacks.ts';
import { phoneToCall } from '../plans/phones.ts';
import { oneLine, paragraphsOf } from '../../paper/printable.ts';

export interface SheetStep {
  text: string;
  /** Role, and its holder. */
  who: string;
  /** Deadline in minutes from the start. */
  minutes?: number;
}
export interface SheetPhone {
  role: string;
  name: string;
  /** The plan's own, else from today's directory. */
  phone: string;
  note: string;
  /** No longer employed: a warning to callers. */
  left: boolean;
}

/** A plan's version for documents: names instead of ids, no empty fields. */
export interface PlanSheet {
  planKey: string;
  versionKey: string;
  kind: 'emergencyProcedure' | 'restorePlan';
  system: string;
  title: string;
  number: number;
  validFrom?: LocalDate;
  reviewOn?: LocalDate;
  /** Hours. */
  mtd?: number;
  rto?: number;
  rpo?: number;
  firstHour: SheetStep[];
  steps: SheetStep[];
  phones: SheetPhone[];
  suppliers: PlanSupplier[];
  workarounds: PlanWorkaround[];
  forms: string[];
  triggers: string[];
  about: string[];
  communication: string[];
  returnToNormal: SheetStep[];
  catchingUp: string[];
}

const named = (context: Context, personId: string | undefined): string =>
  personId === undefined ? '' : (findPerson(context, personId)?.title ?? '');

const stepOf = (context: Context, { text, role, personId, minutes }: PlanStep): SheetStep => ({
  text: oneLine(text),
  who: [oneLine(role), named(context, personId)].filter((part) => part !== '').join(', '),
  ...(minutes === undefined ? {} : { minutes }),
});
const stepsOf = (context: Context, steps: readonly PlanStep[]): SheetStep[] =>
  steps.filter(({ text }) => text.trim() !== '').map((step) => stepOf(context, step));

function phoneOf(context: Context, contact: PlanContact): SheetPhone {
  const { role, personId, name, note } = contact;
  return {
    role: oneLine(role),
    name: oneLine(name) || named(context, personId),
    phone: oneLine(phoneToCall(context, contact).phone),
    note: oneLine(note),
    left: personId !== undefined && hasLeft(context, personId),
  };
}

/** A version's content for documents. From memory. */
export function planSheet(context: Context, { plan }: PlanNow, now: PlanVersionNow): PlanSheet {
  const { version, validFrom } = now;
  const reviewOn = reviewDay(asReviewed(context, plan, now));
  const { content } = version;
  const figures = consolidation(context).get(plan.assetKey);
  const [mtd, rto, rpo] = [figures?.mtd?.hours, figures?.rto?.hours, figures?.rpo?.hours];
  return {
    planKey: plan.key,
    versionKey: version.key,
    kind: plan.kind,
    number: version.number,
    system: findAsset(context, plan.assetKey)?.title ?? version.title,
    title: version.title,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(mtd === undefined ? {} : { mtd }),
    ...(rto === undefined ? {} : { rto }),
    ...(rpo === undefined ? {} : { rpo }),
    firstHour: stepsOf(context, content.firstHour),
    steps: stepsOf(context, content.steps),
    phones: content.contacts
      .map((contact) => phoneOf(context, contact))
      .filter(({ role, name, phone }) => role + name + phone !== ''),
    suppliers: content.suppliers
      .map((one) => ({ ...one, name: oneLine(one.name), phone: oneLine(one.phone), hours: oneLine(one.hours) }))
      .filter(({ name, phone }) => name + phone !== ''),
    workarounds: content.workarounds.filter(({ title, text, form }) => (title + text + form).trim() !== ''),
    forms: version.forms.map(({ title, file }) => oneLine(title) || file.name),
    triggers: content.triggers.map(oneLine).filter((line) => line !== ''),
    about: paragraphsOf(content.about),
    communication: paragraphsOf(content.communication),
    returnToNormal: stepsOf(context, content.returnToNormal),
    catchingUp: paragraphsOf(content.catchingUp),
  };
}

/** Hash of a version's content, to compare printouts. */
export const planHash = ({ version }: PlanVersionNow): string =>
  digest(JSON.stringify([version.key, version.title, version.centreIds, version.content]));
