import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, idOrNone, offset } from '../http/input.ts';
import { stepBody } from './activity-contract.ts';
import { count, localDate, moment, reason, role } from './contract-fields.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const taskStates = ['planned', 'inProgress', 'done', 'cancelled'] as const;
/** Display status: a planned or started task that is late is `overdue`, one within 30 days `due`. */
export const taskLooks = ['planned', 'due', 'overdue', 'done', 'cancelled'] as const;

/** Choices of a list of tasks: also all open ones, those open for long after the due date, and those done after it. */
const lookChoices = [...taskLooks, 'open', 'missed', 'doneLate'] as const;

export const taskEventKinds = [
  'started',
  'noted',
  'step',
  'unstep',
  'completed',
  'moved',
  'cancelled',
  'reopened',
  'handedOver',
] as const;

export const taskRow = z.object({
  key: z.string(),
  activityKey: z.string(),
  title: z.string(),
  role,
  /** Today's owner, by leave and hand-over; absent without one. */
  responsible: personRef.optional(),
  centre: centreRef.optional(),
  source: z.string(),
  /** Date by the rule, and present due date. */
  occurrence: localDate,
  due: localDate,
  daysLeft: z.number().int(),
  state: z.enum(taskStates),
  look: z.enum(taskLooks),
  moved: z.boolean(),
  doneOn: localDate.optional(),
  stepsDone: count,
  steps: count,
  group: z.object({ key: z.string(), title: z.string() }).optional(),
});
export type TaskRow = z.output<typeof taskRow>;

export const taskEvent = z.object({
  at: moment,
  /** Absent: an employee of a centre whose people the reader does not see. */
  by: personRef.optional(),
  what: z.enum(taskEventKinds),
  text: z.string().optional(),
  from: localDate.optional(),
  to: localDate.optional(),
});
export const taskView = taskRow.extend({
  why: z.string(),
  evidenceWanted: z.string().optional(),
  note: z.string().optional(),
  /** A link or text: minutes, a document, a place. */
  evidence: z.string().optional(),
  stepList: z.array(stepBody.extend({ done: z.boolean() })),
  history: z.array(taskEvent),
  /** Other runs of the activity (and centre), newest first. */
  runs: z.array(taskRow),
  abilities: z.object({
    start: z.boolean(),
    complete: z.boolean(),
    move: z.boolean(),
    cancel: z.boolean(),
    reopen: z.boolean(),
  }),
  freshness,
});
export type TaskView = z.output<typeof taskView>;

/** One date of an activity on the wheel: one task, or one per centre. */
const wheelSlot = z.object({
  occurrence: localDate,
  due: localDate,
  look: z.enum(taskLooks),
  tasks: count,
  done: count,
  overdue: count,
  cancelled: count,
  /** For exactly one task. */
  taskKey: z.string().optional(),
});
const wheelView = z.object({
  year: z.number().int(),
  today: localDate,
  /** From the outermost: a ring per body, with its year. */
  rings: z.array(
    z.object({
      role,
      activities: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          source: z.string(),
          scope: z.enum(['organisation', 'centres']),
          slots: z.array(wheelSlot),
        }),
      ),
    }),
  ),
  counts: z.object({ planned: count, due: count, overdue: count, done: count, cancelled: count }),
  /** Overdue tasks due in an earlier year: in the list and counts, not in the rings. */
  overdueFromBefore: count.optional(),
  years: z.array(z.number().int()),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});
export type WheelView = z.output<typeof wheelView>;

const heatView = z.object({
  year: z.number().int(),
  rows: z.array(
    z.object({
      centre: centreRef.optional(),
      role: role.optional(),
      months: z.array(z.object({ tasks: count, done: count, overdue: count })).length(12),
    }),
  ),
  freshness,
});
export type HeatView = z.output<typeof heatView>;

export const tasksQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  look: z.enum(lookChoices).optional(),
  /** `soFar`: due in the year, today at the latest. */
  due: z.enum(['soFar']).optional(),
  role: role.optional(),
  centreId: idOrNone.optional(),
  activityKey: idOrNone.optional(),
  occurrence: day().optional(),
  groupKey: idOrNone.optional(),
  /** As counted by the heat map for a month (1–12) of the year: due in it, not cancelled. */
  month: z.coerce.number().int().min(1).max(12).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'title', 'role', 'centre', 'look']).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export type TasksQuery = z.output<typeof tasksQuery>;

/** The wheel and its tasks. */
export const taskContract = {
  'GET /api/wheel': {
    summary: 'The year as a wheel (R12)',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    answer: wheelView,
  },
  'GET /api/wheel/tasks': {
    summary: 'Tasks of a year',
    query: tasksQuery,
    answer: z.object({ tasks: z.array(taskRow), total: count, freshness }),
  },
  'GET /api/wheel/tasks.xlsx': { summary: 'The same tasks as an Excel workbook', query: tasksQuery, file: xlsx },
  'GET /api/wheel/heat': {
    summary: 'Tasks by centre (or body) and month of a year',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    answer: heatView,
  },
  'GET /api/wheel/tasks/:taskKey': { summary: 'One task with its history', answer: taskView },
  'POST /api/wheel/tasks/:taskKey/start': {
    summary: 'Begin, or write a note on the way',
    body: z.object({ note: z.string().trim().max(1000).default('') }),
    answer: taskView,
  },
  'POST /api/wheel/tasks/:taskKey/complete': {
    summary: 'Done, with a note and the evidence that is wanted',
    body: z.object({
      note: z.string().trim().max(1000).default(''),
      evidence: z.string().trim().max(1000).optional(),
      doneOn: day().optional(),
    }),
    answer: taskView,
  },
  'POST /api/wheel/tasks/:taskKey/move': {
    summary: 'Another due date, with the reason',
    body: z.object({ to: day(), reason }),
    answer: taskView,
  },
  'POST /api/wheel/tasks/:taskKey/cancel': {
    summary: 'Not this time, with the reason',
    body: z.object({ reason }),
    answer: taskView,
  },
  'POST /api/wheel/tasks/:taskKey/reopen': {
    summary: 'Undo done or cancelled',
    body: z.object({ reason }),
    answer: taskView,
  },
  'PUT /api/wheel/tasks/:taskKey/steps/:stepId': {
    summary: 'Tick a step, or take the tick away',
    body: z.object({ done: z.boolean() }),
    answer: taskView,
  },
} satisfies Endpoints;
