import { z } from 'zod';
import { centreRef, freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, id, idOrNone, offset, oneLine } from '../http/input.ts';
import { answerValues, effects, grades, longest, methods, resultValues, topics } from './vocabulary.ts';

import { checklistView, findingView, inspectionRow, inspectionView, tally, unitRow } from './views-contract.ts';

export * from './vocabulary.ts';
export * from './views-contract.ts';

const count = z.number().int();
const key = id;
const words = (most: number) => z.string().trim().max(most);
const said = (most: number) => z.string().trim().min(1).max(most);
const itemKey = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9.-]{1,80}$/);
/** Bytes of a picture: a phone photo, reduced by the tab. */
const largestPhoto = 8_000_000;
/** Rows per page. */
export const mostRows = 100;

const planBody = z.object({
  centreId: key,
  place: words(longest.title).default(''),
  checklistKey: key,
  plannedOn: day(800),
  inspectorId: key,
  why: words(longest.note).default(''),
});
export type PlanBody = z.output<typeof planBody>;
export const movePlanBody = planBody.omit({ centreId: true, checklistKey: true });
export type MovePlanBody = z.output<typeof movePlanBody>;

const answersBody = z.object({
  answers: z
    .array(z.object({ key: itemKey, answer: z.enum(answerValues), note: words(longest.note).default('') }))
    .min(1)
    .max(longest.items),
});
export type AnswersBody = z.output<typeof answersBody>;

/** Partial: fields not sent are unchanged. Idempotent. */
const walkBody = z.object({
  results: z
    .array(
      z.object({
        key: itemKey,
        result: z.enum(resultValues),
        seen: words(longest.words).default(''),
        sample: words(longest.title).default(''),
        /** As the writer saw it; what another wrote since is merged. */
        before: z
          .object({ result: z.enum(resultValues).optional(), seen: words(longest.words), sample: words(longest.title) })
          .optional(),
      }),
    )
    .min(1)
    .max(longest.items),
});
export type WalkBody = z.output<typeof walkBody>;
/** Results that another gave since the writer saw the item, and that the writer's replaced. */
const answeredMeanwhile = z.array(z.object({ key: z.string(), result: z.enum(resultValues) }));
export type AnsweredMeanwhile = z.output<typeof answeredMeanwhile>;

export const findingBody = z.object({
  itemKey: itemKey.optional(),
  title: oneLine.min(1).max(longest.title),
  grade: z.enum(grades),
  criterion: words(longest.note).default(''),
  seen: said(longest.words),
  sample: words(longest.title).default(''),
  method: z.enum(methods).default('walk'),
  cause: words(longest.note).default(''),
});
export type FindingBody = z.output<typeof findingBody>;
const recheckBody = z.object({ effect: z.enum(effects), note: said(longest.note) });
export type RecheckBody = z.output<typeof recheckBody>;

export const checklistBody = z.object({
  title: oneLine.min(1).max(longest.title),
  topic: z.enum(topics),
  how: words(longest.note).default(''),
  items: z
    .array(
      z.object({
        key: itemKey.optional(),
        question: said(300),
        criterion: words(300).default(''),
        requirementKeys: z.array(key).max(20).default([]),
      }),
    )
    .min(1)
    .max(longest.items),
});
export type ChecklistBody = z.output<typeof checklistBody>;

const year = z.coerce.number().int().min(2000).max(2200);

export const findingsQuery = z.object({
  /** `overdue`: with an overdue action, or without any. */
  state: z.enum(['open', 'overdue', 'closed', 'all']).default('open'),
  centre: idOrNone.optional(),
  topic: z.enum(topics).optional(),
  grade: z.enum(grades).optional(),
  q: z.string().trim().max(100).optional(),
  offset,
  limit: z.coerce.number().int().min(1).max(mostRows).default(50),
});
export type FindingsQuery = z.output<typeof findingsQuery>;

export const inspectionsContract = {
  'GET /api/inspections': {
    summary: 'The programme of a year: units, why each is or should be visited, and the inspections (R2, R16)',
    query: z.object({ year: year.optional() }),
    answer: z.object({
      year: count,
      /** Most reasons first. */
      units: z.array(unitRow),
      inspections: z.array(inspectionRow),
      counts: z.object({ planned: count, held: count, closed: count, late: count, unvisited: count, open: count }),
      abilities: z.object({ plan: z.boolean() }),
      freshness,
    }),
  },
  'POST /api/inspections': { summary: 'Plan an inspection of a unit', body: planBody, answer: inspectionView },
  'GET /api/inspection-checklists': {
    summary: 'Checklists: those that come with the product, and the own ones',
    answer: z.object({ checklists: z.array(checklistView), abilities: z.object({ keep: z.boolean() }), freshness }),
  },
  'POST /api/inspection-checklists': { summary: 'Write a checklist', body: checklistBody, answer: checklistView },
  'PUT /api/inspection-checklists/:checklistKey': {
    summary: 'Change an own checklist: the next version',
    body: checklistBody.extend({ expected }),
    answer: checklistView,
  },
  'GET /api/inspection-findings': {
    summary: 'Findings of all inspections, counted by unit and by topic',
    query: findingsQuery,
    answer: z.object({
      findings: z.array(findingView),
      total: count,
      byCentre: z.array(tally.extend({ centre: centreRef })),
      byTopic: z.array(tally.extend({ topic: z.enum(topics) })),
      counts: tally,
      freshness,
    }),
  },
  'GET /api/inspection-findings/:findingKey': { summary: 'One finding', answer: findingView },
  'PUT /api/inspection-findings/:findingKey': {
    summary: 'Change a finding',
    body: findingBody.extend({ expected }),
    answer: findingView,
  },
  'PUT /api/inspection-findings/:findingKey/cause': {
    summary: 'Say why it is so',
    body: z.object({ cause: words(longest.note), expected }),
    answer: findingView,
  },
  'POST /api/inspection-findings/:findingKey/recheck': {
    summary: 'Look again whether what was done works; it is never the owner who does',
    body: recheckBody,
    answer: findingView,
  },
  'POST /api/inspection-findings/:findingKey/risk': {
    summary: 'Ask for a new assessment of a system or work process because of it',
    body: z.object({ assetKey: key }),
    answer: findingView,
  },
  'GET /api/inspections/:inspectionKey': { summary: 'One inspection', answer: inspectionView },
  'PUT /api/inspections/:inspectionKey': {
    summary: 'Move an inspection that has not been held, or give it to another inspector',
    body: movePlanBody.extend({ expected }),
    answer: inspectionView,
  },
  'POST /api/inspections/:inspectionKey/cancel': {
    summary: 'Call it off, with the reason',
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    answer: inspectionView,
  },
  'PUT /api/inspections/:inspectionKey/answers': {
    summary: 'What the unit says of itself before the visit',
    body: answersBody.extend({ expected }),
    answer: inspectionView,
  },
  'PUT /api/inspections/:inspectionKey/walk': {
    summary: 'What was seen, item by item',
    body: walkBody,
    answer: inspectionView.extend({ answeredMeanwhile }),
  },
  'POST /api/inspections/:inspectionKey/hold': { summary: 'Say that it was walked through', answer: inspectionView },
  'POST /api/inspections/:inspectionKey/findings': {
    summary: 'Write a finding down',
    body: findingBody,
    answer: inspectionView,
  },
  'POST /api/inspections/:inspectionKey/items/:itemKey/photos': {
    summary: 'Put a picture to an item (JPEG, at most 8 MB); its file is deleted after the configured time',
    upload: true,
    bodyBytes: largestPhoto,
    answer: inspectionView,
  },
  'GET /api/inspections/:inspectionKey/photos/:photoKey': { summary: 'One picture', file: 'image/jpeg' },
  'DELETE /api/inspections/:inspectionKey/photos/:photoKey': {
    summary: 'Delete a picture at once',
    answer: inspectionView,
  },
  'GET /api/inspections/:inspectionKey/report.docx': {
    summary: 'The report as a Word document',
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'GET /api/inspections/:inspectionKey/report.pdf': { summary: 'The same as a PDF', file: 'application/pdf' },
  'POST /api/inspections/:inspectionKey/close': {
    summary: 'Close the report',
    body: z.object({ summary: said(4_000) }),
    answer: inspectionView,
  },
} satisfies Endpoints;
