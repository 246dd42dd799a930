import { z } from 'zod';
import { assetRef, levelMark } from '../assets/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, oneLine } from '../http/input.ts';
import { controlRef } from '../standards/contract.ts';
import { estimate, stagesView, step } from './estimate-contract.ts';
import { quickForm, quickQuestions } from './quick-contract.ts';
import { scaleView } from './scale-contract.ts';
import { assessmentForms, assessmentStates, treatments, triggerReasons, views } from './vocabulary.ts';

const count = z.number().int();
const localDate = z.iso.date();
const moment = z.iso.datetime();
const key = z.string().min(1).max(255);

/** One threat in an assessment, with its answers. */
export const assessedRisk = z.object({
  /** Of the threat: the same in every assessment of the asset. */
  threatKey: z.string(),
  /** Of the risk in the register: asset and threat. */
  riskKey: z.string(),
  title: z.string(),
  description: z.string(),
  catalogue: z.string().optional(),
  /** The writers' own threat, which can be removed. */
  own: z.boolean(),
  notRelevant: z.string().optional(),
  setAside: z.object({ by: personRef, at: moment }).optional(),
  vulnerability: z.string(),
  existing: z.string(),
  controls: z.array(controlRef),
  estimates: z.object({ inherent: estimate, current: estimate, target: estimate }),
  stages: stagesView,
  treatment: z.enum(treatments).optional(),
  treatmentNote: z.string(),
  changedAt: moment.optional(),
  changedBy: personRef.optional(),
  openActions: count,
});
export type AssessedRisk = z.output<typeof assessedRisk>;

/** A finding of the quality checks, in the reader's language. */
export const checkFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  text: z.string(),
  /** Its subject, with the page to fix it on. */
  title: z.string(),
  path: z.string(),
  threatKey: z.string().optional(),
});
export type CheckFinding = z.output<typeof checkFinding>;

export const assessmentView = z.object({
  key: z.string(),
  asset: assetRef.extend({ centre: centreRef.optional(), owner: personRef.optional() }),
  /** First, second … assessment of the asset. */
  number: count,
  state: z.enum(assessmentStates),
  form: z.enum(assessmentForms),
  quick: quickForm.extend({
    /** `full`: the full form is needed, and why; absent while questions are open. */
    outcome: z.enum(['full', 'enough']).optional(),
    /** `hasRisks`: the register has risks of the asset, which the short form cannot reassess. */
    because: z.array(z.enum([...quickQuestions, 'hasRisks'])),
  }),
  scale: scaleView,
  views: z.array(z.enum(views)),
  catalogueKeys: z.array(z.string()),
  participants: z.array(personRef),
  /** Others who took part, by name. */
  guests: z.string(),
  heldOn: localDate.optional(),
  /** Months until the next. */
  reviewMonths: count,
  reviewOn: localDate.optional(),
  note: z.string(),
  /** Why threats were unanswered when it was finished. */
  openReason: z.string().optional(),
  trigger: z.enum(triggerReasons).optional(),
  copiedFrom: z.object({ key: z.string(), title: z.string() }).optional(),
  risks: z.array(assessedRisk),
  answered: count,
  worst: z.object({ inherent: levelMark.optional(), current: levelMark.optional(), target: levelMark.optional() }),
  findings: z.array(checkFinding),
  /** Stamp of participants, dates, perspectives, catalogues, note and short form. */
  etag: z.string(),
  /** Who changed these last. */
  changed: z.object({ by: personRef, at: moment }),
  /** Others who made changes in the last minutes. */
  others: z.array(z.object({ person: personRef, at: moment })),
  startedAt: moment,
  startedBy: personRef,
  changedAt: moment,
  finishedAt: moment.optional(),
  finishedBy: personRef.optional(),
  history: z.array(
    z.object({
      key: z.string(),
      number: count,
      state: z.enum(assessmentStates),
      heldOn: localDate.optional(),
      current: levelMark.optional(),
    }),
  ),
  abilities: z.object({ edit: z.boolean(), finish: z.boolean(), discard: z.boolean(), startNew: z.boolean() }),
  freshness,
});
export type AssessmentView = z.output<typeof assessmentView>;

/**
 * One changed field. Fields: `inherent.likelihood`, `current.consequence.dataSubject.integrity` (steps), `notRelevant`,
 * `vulnerability`, `existing`, `treatment`, `treatmentNote` (texts), `controlKeys` (list). `null`: empty.
 */
const fieldValue = z.union([step, z.string().max(4_000), z.array(key).max(50), z.null()]);
const fieldChange = z.object({ field: z.string().max(80), from: fieldValue, to: fieldValue });
export type FieldChange = z.output<typeof fieldChange>;
const fieldConflict = z.object({
  field: z.string(),
  theirs: fieldValue,
  by: personRef.optional(),
  at: moment.optional(),
});

export const assessmentsContract = {
  'POST /api/risks/assessments': {
    summary: 'Begin an assessment of an asset; one that is begun already is answered with',
    body: z.object({
      assetKey: key,
      form: z.enum(assessmentForms),
      catalogueKeys: z.array(key).max(10).optional(),
      views: z.array(z.enum(views)).min(1).max(views.length).optional(),
      /** Source to copy: an earlier assessment, or a similar asset's. */
      copyFrom: key.optional(),
    }),
    answer: assessmentView,
  },
  'GET /api/risks/assessment-sources': {
    summary: 'Assessments to copy from: of the asset itself, then of similar ones',
    query: z.object({ assetKey: key, q: z.string().max(100).default('') }),
    answer: z.object({
      sources: z.array(
        z.object({
          key: z.string(),
          asset: assetRef,
          heldOn: localDate.optional(),
          risks: count,
          similar: z.array(z.string()),
        }),
      ),
    }),
  },
  'GET /api/risks/assessments/:assessmentKey': { summary: 'One assessment with its threats', answer: assessmentView },
  'GET /api/risks/assessments/:assessmentKey/suggestions': {
    summary: 'What the threats that nobody has answered may come to: from similar assets, else from the short form',
    answer: z.object({
      suggestions: z.array(
        z.object({
          threatKey: z.string(),
          inherent: estimate,
          current: estimate,
          /** Why it is not relevant. */
          notRelevant: z.string().optional(),
          from: z.union([
            z.object({ kind: z.literal('asset'), asset: assetRef }),
            z.object({ kind: z.literal('quick') }),
          ]),
        }),
      ),
    }),
  },
  'PUT /api/risks/assessments/:assessmentKey': {
    summary: 'Change who took part, when, the perspectives, catalogues, interval or note; what is absent stays',
    body: z.object({
      participantIds: z.array(key).max(100).optional(),
      guests: z.string().trim().max(1_000).optional(),
      heldOn: day().nullable().optional(),
      reviewMonths: count.min(1).max(60).optional(),
      views: z.array(z.enum(views)).min(1).max(views.length).optional(),
      catalogueKeys: z.array(key).max(10).optional(),
      note: z.string().trim().max(4_000).optional(),
      quick: quickForm.optional(),
      expected,
    }),
    answer: assessmentView,
  },
  'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': {
    summary: 'Save fields as one types; others’ changes of other fields stay, of the same field are told',
    body: z.object({ changes: z.array(fieldChange).min(1).max(40) }),
    answer: z.object({ risk: assessedRisk, conflicts: z.array(fieldConflict) }),
  },
  'POST /api/risks/assessments/:assessmentKey/threats': {
    summary: 'Add a threat of one’s own',
    body: z.object({ title: oneLine.min(1).max(200), description: z.string().trim().max(1_000).default('') }),
    answer: assessmentView,
  },
  'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': {
    summary: 'Take an own threat away',
    answer: assessmentView,
  },
  'POST /api/risks/assessments/:assessmentKey/full': {
    summary: 'Go on from the short form to the long one',
    answer: assessmentView,
  },
  'POST /api/risks/assessments/:assessmentKey/finish': {
    summary: 'Finish: its risks stand in the register from now',
    /** Why threats are unanswered, if any. */
    body: z.object({ openReason: z.string().trim().max(1_000).default('') }),
    answer: assessmentView,
  },
  'POST /api/risks/assessments/:assessmentKey/discard': { summary: 'Discard a draft', answer: assessmentView },
  'GET /api/risks/assessments/:assessmentKey/report.docx': {
    summary: 'The assessment as a Word document',
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'POST /api/risks/triggers': {
    summary: 'Something has happened: the asset must be assessed again by a date',
    body: z.object({
      assetKey: key,
      reason: z.enum(triggerReasons),
      note: z.string().trim().min(3).max(250),
      due: day(),
    }),
    answer: z.object({ key: z.string() }),
  },
  'DELETE /api/risks/triggers/:triggerKey': {
    summary: 'It was a mistake: no new assessment is needed',
    answer: z.object({ key: z.string() }),
  },
  'GET /api/risks/triggers': {
    summary: 'What has happened to an asset since its assessment: said by people, and seen from what has changed',
    query: z.object({ assetKey: key }),
    answer: z.object({
      triggers: z.array(
        z.object({
          key: z.string(),
          reason: z.enum(triggerReasons),
          note: z.string(),
          due: localDate,
          raisedBy: personRef,
          raisedAt: moment,
        }),
      ),
      /** Changed fields of the asset, e.g. `supplier`. */
      changed: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
      abilities: z.object({ raise: z.boolean() }),
    }),
  },
} satisfies Endpoints;
