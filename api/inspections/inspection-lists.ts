import { z } from 'zod';
import type { CentreId, PersonId } from '../kernel/index.ts';
import {
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  momentIn,
} from '../sharepoint/index.ts';
import {
  answerValues,
  effects,
  grades,
  inspectionStates,
  methods,
  reasonKinds,
  resultValues,
  topics,
} from './vocabulary.ts';

const personId = z.string() as unknown as z.ZodType<PersonId>;
const bilingual = z.object({ da: z.string(), en: z.string().optional() });

/** One checklist item. The unit answers the question before the visit. */
const checklistItem = z.object({
  key: z.string(),
  question: bilingual,
  /** What it is held against. */
  criterion: bilingual,
  requirementKeys: z.array(z.string()).default([]),
  controlKeys: z.array(z.string()).default([]),
});
export type ChecklistItem = z.output<typeof checklistItem>;

/** Own checklists, an item per version: inspections keep theirs. The built-in ones are in the program. */
export const InspectionChecklists = defineList('InspectionChecklists', {
  describe:
    'Own checklists for inspections, an item a version (R2). The shipped ones come with the product and are not items.',
  columns: {
    title: text('What it is called'),
    checklistKey: id<string>('The same in all versions'),
    number: whole('Version, from 1'),
    topic: choice(topics, 'What it looks at'),
    how: longText('Method and sample'),
    items: json(z.array(checklistItem), 'What is looked at, and against what'),
    madeBy: id<PersonId>('Who wrote this version'),
    madeAt: moment('When'),
  },
});
export type OwnChecklist = RecordIn<typeof InspectionChecklists>;

const reason = z.object({ kind: z.enum(reasonKinds), count: z.number().int().optional() });
const answer = z.object({ key: z.string(), answer: z.enum(answerValues), note: z.string().default('') });
const result = z.object({
  key: z.string(),
  result: z.enum(resultValues),
  seen: z.string().default(''),
  sample: z.string().default(''),
});
const file = z.object({
  id: z.string(),
  versionId: z.string(),
  hash: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
});
const photo = z.object({
  key: z.string(),
  itemKey: z.string(),
  file,
  by: personId,
  at: momentIn,
  deletedAt: momentIn.optional(),
});
export type Photo = z.output<typeof photo>;

export const Inspections = defineList('Inspections', {
  describe: 'Inspections of units: why, by which checklist, what the unit said, what was seen, the report (R2, R16).',
  columns: {
    title: text('What is inspected'),
    centreId: id<CentreId>('The unit'),
    place: text('The place within it; empty: all of it'),
    checklistKey: id<string>('The checklist'),
    checklistVersion: whole('Its version'),
    topic: choice(topics, 'What it looks at'),
    how: json(bilingual, 'Method and sample, as it was when it was planned'),
    items: json(z.array(checklistItem), 'What is looked at, as it was when it was planned'),
    inspectorId: id<PersonId>('Who inspects'),
    plannedOn: date('Day of the visit'),
    reasons: json(z.array(reason), 'Why the unit was chosen, as it was then'),
    why: longText('And in words'),
    state: choice(inspectionStates, 'Planned, held, closed or called off'),
    answers: json(z.array(answer), 'What the unit says of itself before the visit'),
    answeredBy: optional(id<PersonId>('Who answered')),
    answeredAt: optional(moment('When')),
    results: json(z.array(result), 'What was seen'),
    photos: json(z.array(photo), 'Pictures taken on the way; their files are deleted after the configured time'),
    heldAt: optional(moment('When it was walked through')),
    summary: longText('What the report says first'),
    closedAt: optional(moment('When the report was closed')),
    closedBy: optional(id<PersonId>('Who closed it')),
    cancelledReason: optional(longText('Why it was called off')),
    madeBy: id<PersonId>('Who planned it'),
    madeAt: moment('When it was planned'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type Inspection = RecordIn<typeof Inspections>;

const recheck = z.object({ at: momentIn, by: personId, effect: z.enum(effects), note: z.string() });

/** Findings. Their actions are `Improvements` with the source `inspection`: obligations of their owners. */
export const InspectionFindings = defineList('InspectionFindings', {
  describe: 'Findings of inspections: grade, criterion, what was seen, cause, re-check and effect (R2, R16).',
  columns: {
    title: text('In short'),
    inspectionKey: id<string>('The inspection'),
    centreId: id<CentreId>('The unit'),
    topic: choice(topics, 'What it is about'),
    itemKey: optional(id<string>('The item of the checklist')),
    grade: choice(grades, 'Large or small deviation, observation, strength'),
    criterion: longText('What it was held against'),
    seen: longText('What was seen'),
    sample: longText('The sample: how many of how many'),
    method: choice(methods, 'How it was found'),
    cause: longText('Why it is so'),
    requirementKeys: json(z.array(z.string()), 'Requirements that it is about'),
    controlKeys: json(z.array(z.string()), 'Controls that it is about'),
    assetKey: optional(id<string>('System or work process whose risk it raises')),
    riskRaisedAt: optional(moment('When a new assessment was asked for')),
    rechecks: json(z.array(recheck), 'Who looked again, and what the action had done'),
    closedAt: optional(moment('When it was closed')),
    closedBy: optional(id<PersonId>('Who closed it')),
    madeBy: id<PersonId>('Who wrote it down'),
    madeAt: moment('When'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type InspectionFinding = RecordIn<typeof InspectionFindings>;
