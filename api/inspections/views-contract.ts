import { z } from 'zod';
import { actionView } from '../actions/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import {
  answerValues,
  effects,
  findingStates,
  grades,
  inspectionStates,
  methods,
  reasonKinds,
  resultValues,
  topics,
} from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

const reasonView = z.object({ kind: z.enum(reasonKinds), count: count.optional() });
export type ReasonView = z.output<typeof reasonView>;

export const inspectionRow = z.object({
  key: z.string(),
  title: z.string(),
  centre: centreRef,
  place: z.string(),
  topic: z.enum(topics),
  state: z.enum(inspectionStates),
  plannedOn: localDate,
  inspector: personRef,
  reasons: z.array(reasonView),
  why: z.string(),
  /** The unit has given its self-assessment. */
  answered: z.boolean(),
  /** The day has passed without a visit. */
  late: z.boolean(),
  /** The day has come, and there is no visit yet. */
  unheld: z.boolean(),
  findings: z.object({ largeDeviation: count, smallDeviation: count, observation: count, strength: count }),
  /** Open findings. */
  open: count,
});
export type InspectionRow = z.output<typeof inspectionRow>;

export const findingView = z.object({
  key: z.string(),
  /** Of what the inspector writes, and of the cause alone. */
  etag: z.string(),
  causeEtag: z.string(),
  title: z.string(),
  grade: z.enum(grades),
  state: z.enum(findingStates),
  topic: z.enum(topics),
  itemKey: z.string().optional(),
  criterion: z.string(),
  seen: z.string(),
  sample: z.string(),
  method: z.enum(methods),
  cause: z.string(),
  centre: centreRef,
  inspection: z.object({ key: z.string(), title: z.string() }),
  actions: z.array(actionView),
  rechecks: z.array(z.object({ at: moment, by: personRef, effect: z.enum(effects), note: z.string() })),
  closedAt: moment.optional(),
  closedBy: personRef.optional(),
  /** The system or work process to reassess. */
  risk: z.object({ key: z.string(), title: z.string(), path: z.string() }).optional(),
  abilities: z.object({
    edit: z.boolean(),
    explain: z.boolean(),
    act: z.boolean(),
    recheck: z.boolean(),
    raiseRisk: z.boolean(),
  }),
  /** Why the reader may not make a pending re-check. */
  notYou: z.enum(['ownUnit', 'ownAction']).optional(),
});
export type FindingView = z.output<typeof findingView>;

const checklistItemView = z.object({ key: z.string(), question: z.string(), criterion: z.string() });
export const checklistView = z.object({
  key: z.string(),
  etag: z.string(),
  version: count,
  title: z.string(),
  topic: z.enum(topics),
  how: z.string(),
  items: z.array(checklistItemView.extend({ requirements: z.array(z.string()), requirementKeys: z.array(z.string()) })),
  shipped: z.boolean(),
});
export type ChecklistView = z.output<typeof checklistView>;

const photoView = z.object({
  key: z.string(),
  itemKey: z.string(),
  name: z.string(),
  at: moment,
  by: personRef,
  /** Day of the picture's deletion. */
  until: localDate,
  deleted: z.boolean(),
});

export const inspectionView = inspectionRow.extend({
  /** Of the plan, and of the unit’s own answers. */
  etag: z.string(),
  answersEtag: z.string(),
  checklist: z.object({ key: z.string(), version: count, title: z.string(), how: z.string() }),
  items: z.array(
    checklistItemView.extend({
      answer: z.enum(answerValues).optional(),
      answerNote: z.string(),
      result: z.enum(resultValues).optional(),
      seen: z.string(),
      sample: z.string(),
      /**
       * Its basis, where the reader may open it: requirements, the controls that meet them here, and their procedures.
       */
      behind: z.array(z.object({ title: z.string(), path: z.string() })).optional(),
    }),
  ),
  answeredBy: personRef.optional(),
  answeredAt: moment.optional(),
  answerBy: localDate,
  photos: z.array(photoView),
  /** Retention of pictures, days. */
  photoDays: count,
  heldAt: moment.optional(),
  summary: z.string(),
  closedAt: moment.optional(),
  closedBy: personRef.optional(),
  cancelledReason: z.string().optional(),
  findingList: z.array(findingView),
  /** What is missing to close the report. */
  lacks: z.array(z.enum(['results', 'findings', 'actions'])),
  abilities: z.object({
    plan: z.boolean(),
    answer: z.boolean(),
    walk: z.boolean(),
    hold: z.boolean(),
    finding: z.boolean(),
    close: z.boolean(),
    removePhoto: z.boolean(),
  }),
  freshness,
});
export type InspectionView = z.output<typeof inspectionView>;

export const unitRow = z.object({
  centre: centreRef,
  reasons: z.array(reasonView),
  lastHeldOn: localDate.optional(),
  /** Planned or held in the year. */
  visits: z.array(
    z.object({ key: z.string(), title: z.string(), plannedOn: localDate, state: z.enum(inspectionStates) }),
  ),
});
export type UnitRow = z.output<typeof unitRow>;
/** Counts by grade, and of open ones. */
export const tally = z.object({
  largeDeviation: count,
  smallDeviation: count,
  observation: count,
  strength: count,
  open: count,
});
