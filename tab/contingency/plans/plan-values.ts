import type { DraftPlanBody, PlanView, ShownContent } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import type { Meaning } from '../../shared/forms/merge-fields.ts';

/** A person of a step or contact; nobody is null, since JSON has no undefined. */
export type PersonValue = (PersonRef & { left: boolean }) | null;

export interface TriggerValues {
  key: string;
  text: string;
}
export interface StepValues {
  key: string;
  text: string;
  role: string;
  minutes: string;
  person: PersonValue;
}
export interface ContactValues {
  key: string;
  role: string;
  name: string;
  phone: string;
  note: string;
  person: PersonValue;
}
export type SupplierValues = ShownContent['suppliers'][number];
export type WorkaroundValues = ShownContent['workarounds'][number];

/** Values of the form, as typed. */
export interface PlanValues {
  title: string;
  about: string;
  triggers: TriggerValues[];
  firstHour: StepValues[];
  contacts: ContactValues[];
  steps: StepValues[];
  workarounds: WorkaroundValues[];
  suppliers: SupplierValues[];
  communication: string;
  returnToNormal: StepValues[];
  catchingUp: string;
  forWhom: 'all' | 'some';
  centreIds: string[];
  reviewMonths: string;
  testMonths: string;
  summary: string;
}

export type StepList = 'firstHour' | 'steps' | 'returnToNormal';
export type ListName = StepList | 'triggers' | 'contacts' | 'suppliers' | 'workarounds';

/** The API's limits: characters, and counts. */
export const longest = {
  title: 200,
  line: 300,
  step: 1_000,
  role: 100,
  short: 120,
  phone: 60,
  prose: 4_000,
  summary: 1_000,
};
export const most: Readonly<Record<ListName, number>> = {
  triggers: 20,
  firstHour: 30,
  steps: 60,
  returnToNormal: 30,
  contacts: 40,
  suppliers: 20,
  workarounds: 20,
};
export const monthChoices = [3, 6, 12, 18, 24, 36] as const;
const usualMonths = 12;

const newKey = (): string => crypto.randomUUID().slice(0, 18);
export const newTrigger = (text = ''): TriggerValues => ({ key: newKey(), text });
export const newStep = (step: Partial<StepValues> = {}): StepValues => ({
  key: newKey(),
  text: '',
  role: '',
  minutes: '',
  person: null,
  ...step,
});
export const newContact = (): ContactValues => ({
  key: newKey(),
  role: '',
  name: '',
  phone: '',
  note: '',
  person: null,
});
export const newSupplier = (): SupplierValues => ({ key: newKey(), name: '', phone: '', agreement: '', hours: '' });
export const newWorkaround = (given: Partial<WorkaroundValues> = {}): WorkaroundValues => ({
  key: newKey(),
  title: '',
  text: '',
  form: '',
  ...given,
});

const personOf = ({ person, left }: { person?: PersonRef | undefined; left: boolean }): PersonValue =>
  person ? { ...person, left } : null;
const stepOf = (step: ShownContent['firstHour'][number]): StepValues => ({
  key: step.key,
  text: step.text,
  role: step.role,
  person: personOf(step),
  minutes: step.minutes === undefined ? '' : String(step.minutes),
});

/** The draft, or the version in force for a new one: then the summary is empty. */
export function valuesOf({ coming, current, centres: known }: PlanView): PlanValues {
  const version = coming ?? current;
  const centres = version?.centres ?? known;
  const content = version?.content;
  return {
    title: version?.title ?? '',
    about: content?.about ?? '',
    triggers: (content?.triggers ?? []).map((text) => newTrigger(text)),
    firstHour: (content?.firstHour ?? []).map(stepOf),
    steps: (content?.steps ?? []).map(stepOf),
    returnToNormal: (content?.returnToNormal ?? []).map(stepOf),
    contacts: (content?.contacts ?? []).map((contact) => ({
      key: contact.key,
      role: contact.role,
      name: contact.name,
      note: contact.note,
      // The directory's number is not copied: it would become outdated.
      phone: contact.fromDirectory ? '' : contact.phone,
      person: personOf(contact),
    })),
    suppliers: content?.suppliers ?? [],
    workarounds: content?.workarounds ?? [],
    communication: content?.communication ?? '',
    catchingUp: content?.catchingUp ?? '',
    forWhom: centres.length === 0 ? 'all' : 'some',
    centreIds: centres.map(({ id }) => id),
    reviewMonths: String(version?.reviewMonths ?? usualMonths),
    testMonths: String(version?.testMonths ?? usualMonths),
    summary: coming?.summary ?? '',
  };
}

const isWritten = (text: string): boolean => text.trim() !== '';
/** Empty rows are dropped. */
const written = <Item extends { key: string }>(items: readonly Item[]): Item[] =>
  items.filter((item) =>
    Object.entries(item).some(([field, value]) => {
      if (field === 'key') return false;
      return typeof value === 'string' ? isWritten(value) : value !== null;
    }),
  );

const stepBody = ({ key, text, role, minutes, person }: StepValues) => ({
  key,
  text,
  role,
  ...(person ? { personId: person.id } : {}),
  ...(isWritten(minutes) ? { minutes: Number(minutes) } : {}),
});

export function bodyOf(values: PlanValues): Omit<DraftPlanBody, 'expected'> {
  return {
    title: values.title,
    centreIds: values.forWhom === 'all' ? [] : values.centreIds,
    content: {
      about: values.about,
      triggers: values.triggers.map(({ text }) => text).filter(isWritten),
      firstHour: written(values.firstHour).map(stepBody),
      steps: written(values.steps).map(stepBody),
      returnToNormal: written(values.returnToNormal).map(stepBody),
      contacts: written(values.contacts).map(({ person, ...contact }) => ({
        ...contact,
        ...(person ? { personId: person.id } : {}),
      })),
      suppliers: written(values.suppliers),
      workarounds: written(values.workarounds),
      communication: values.communication,
      catchingUp: values.catchingUp,
    },
    summary: values.summary,
    reviewMonths: Number(values.reviewMonths),
    testMonths: Number(values.testMonths),
  };
}

/** What two may write in at once. */
export const mergedParts = [
  ...(['about', 'communication', 'catchingUp', 'summary'] as const),
  ...(['firstHour', 'steps', 'returnToNormal', 'contacts', 'suppliers', 'workarounds'] as const),
] as const satisfies readonly (keyof PlanValues)[];

/** As saved: without empty rows, and triggers by their text. */
export const planMeaning: Meaning<PlanValues> = (values, field) => {
  const body = bodyOf(values);
  const content: Partial<Record<string, unknown>> = body.content;
  return field in content ? content[field] : { ...values, ...body }[field];
};

export const sections = [
  'basics',
  'triggers',
  'firstHour',
  'contacts',
  'steps',
  'workarounds',
  'forms',
  'suppliers',
  'communication',
  'returnToNormal',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** Whether a section is filled, for the index beside the form. */
export function isFilled(section: Section, values: PlanValues, forms: number): boolean {
  switch (section) {
    case 'basics':
      return isWritten(values.title);
    case 'forms':
      return forms > 0;
    case 'communication':
      return isWritten(values.communication);
    case 'about':
      return values.forWhom === 'all' || values.centreIds.length > 0;
    case 'triggers':
    case 'firstHour':
    case 'contacts':
    case 'steps':
    case 'workarounds':
    case 'suppliers':
    case 'returnToNormal':
      return written<{ key: string }>(values[section]).length > 0;
  }
}
