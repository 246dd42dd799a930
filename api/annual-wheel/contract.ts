import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { assignableRoles } from '../kernel/index.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int().min(0);
const role = z.enum(assignableRoles);
const title = z.string().trim().min(1).max(200);
const reason = z.string().trim().min(3).max(1000);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const taskStates = ['planned', 'inProgress', 'done', 'cancelled'] as const;
/** What the reader sees: a planned or begun task that is late is `overdue`, one within 30 days `due`. */
export const taskLooks = ['planned', 'due', 'overdue', 'done', 'cancelled'] as const;

export const recurrenceBody = z.object({
  /** RFC 5545 without DTSTART, e.g. `FREQ=YEARLY`; absent: it happens once. */
  rule: z.string().max(300).optional(),
  /** The first due date; the rule counts from it. */
  startsOn: localDate,
  /** `calendar`: the dates stand fast. `lastDone`: the next is due one interval after the latest was done. */
  basis: z.enum(['calendar', 'lastDone']),
  endsOn: localDate.optional(),
});
export type RecurrenceBody = z.output<typeof recurrenceBody>;

export const stepBody = z.object({ id: z.string().min(1).max(40), title });

export const activityBody = recurrenceBody.extend({
  title,
  why: z.string().trim().max(2000),
  /** Where the demand comes from, e.g. `R10` or `ISO 27001 9.3`. */
  source: z.string().trim().max(200),
  /** Who answers for it: a role, and if wanted one person instead of whoever holds it. */
  role,
  personId: z.string().optional(),
  /** `centres`: one task for each centre. */
  scope: z.enum(['organisation', 'centres']),
  steps: z.array(stepBody).max(20),
  /** What shows that it was done, in words; absent: a note is enough. */
  evidence: z.string().trim().max(300).optional(),
  /** Days before the due date when the task begins to be owed. */
  leadDays: z.number().int().min(0).max(365),
  /** The plan or meeting it belongs to. */
  groupKey: z.string().optional(),
});
export type ActivityBody = z.output<typeof activityBody>;

export const activityView = activityBody.extend({
  key: z.string(),
  person: personRef.optional(),
  group: z.object({ key: z.string(), title: z.string() }).optional(),
  nextDue: localDate.optional(),
  lastDoneOn: localDate.optional(),
  closed: z.boolean(),
  abilities: z.object({ edit: z.boolean() }),
});
export type ActivityView = z.output<typeof activityView>;

export const taskRow = z.object({
  key: z.string(),
  activityKey: z.string(),
  title: z.string(),
  role,
  /** Whose it is now, by leave and hand-over; absent: nobody can be found. */
  responsible: personRef.optional(),
  centre: centreRef.optional(),
  source: z.string(),
  /** When it falls by the rule, and when it is due now. */
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
  by: personRef,
  what: z.enum(['started', 'noted', 'step', 'unstep', 'completed', 'moved', 'cancelled', 'reopened', 'handedOver']),
  text: z.string().optional(),
  from: localDate.optional(),
  to: localDate.optional(),
});
export const taskView = taskRow.extend({
  why: z.string(),
  evidenceWanted: z.string().optional(),
  note: z.string().optional(),
  /** A link or words: minutes, a document, where it can be seen. */
  evidence: z.string().optional(),
  stepList: z.array(stepBody.extend({ done: z.boolean() })),
  history: z.array(taskEvent),
  /** Other runs of the same activity (and centre), newest first. */
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

/** One date of an activity on the wheel: one task, or one for each centre. */
export const wheelSlot = z.object({
  occurrence: localDate,
  due: localDate,
  look: z.enum(taskLooks),
  tasks: count,
  done: count,
  overdue: count,
  cancelled: count,
  /** When there is exactly one task. */
  taskKey: z.string().optional(),
});
export const wheelView = z.object({
  year: z.number().int(),
  today: localDate,
  /** From the outermost: a ring a body, with what it does in the year. */
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
  years: z.array(z.number().int()),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});
export type WheelView = z.output<typeof wheelView>;

export const catalogueItem = z.object({
  key: z.string(),
  title: z.string(),
  why: z.string(),
  source: z.string(),
  role,
  scope: z.enum(['organisation', 'centres']),
  rule: z.string(),
  basis: z.enum(['calendar', 'lastDone']),
  /** Month and day it usually falls on. */
  usual: z.object({ month: z.number().int(), day: z.number().int() }),
  steps: z.array(stepBody),
  evidence: z.string().optional(),
  leadDays: count,
  adopted: z.boolean(),
});
export type CatalogueItem = z.output<typeof catalogueItem>;

/** A group of one-off tasks with progress, such as a policy's implementation plan. */
export const planView = z.object({
  key: z.string(),
  title: z.string(),
  policyVersionKey: z.string().optional(),
  tasks: z.array(taskRow),
  total: count,
  done: count,
  overdue: count,
  abilities: z.object({ edit: z.boolean() }),
});
export type PlanView = z.output<typeof planView>;

export const meetingBody = z.object({
  title,
  on: localDate,
  /** `HH:MM`, Danish time. */
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.number().int().min(15).max(600),
  place: z.string().trim().max(300),
  agenda: z.array(z.string().trim().min(1).max(300)).max(30),
  minutesLink: z.union([z.url(), z.literal('')]).optional(),
});
export const attendance = z.enum(['invited', 'attended', 'excused', 'absent']);
export const meetingRow = z.object({
  key: z.string(),
  title: z.string(),
  on: localDate,
  startsAt: z.string(),
  attended: count,
  invited: count,
  held: z.boolean(),
});
export const meetingView = meetingBody.extend({
  key: z.string(),
  people: z.array(personRef.extend({ attendance })),
  followUps: z.array(taskRow),
  abilities: z.object({ edit: z.boolean() }),
  freshness,
});
export type MeetingView = z.output<typeof meetingView>;

const tasksQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  look: z.enum(taskLooks).optional(),
  role: role.optional(),
  centreId: z.string().optional(),
  activityKey: z.string().optional(),
  occurrence: localDate.optional(),
  groupKey: z.string().optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'title', 'role', 'centre', 'look']).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const annualWheelContract = {
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
    answer: z.object({
      year: z.number().int(),
      rows: z.array(
        z.object({
          centre: centreRef.optional(),
          role: role.optional(),
          months: z.array(z.object({ tasks: count, done: count, overdue: count })).length(12),
        }),
      ),
      freshness,
    }),
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
      doneOn: localDate.optional(),
    }),
    answer: taskView,
  },
  'POST /api/wheel/tasks/:taskKey/move': {
    summary: 'Another due date, with the reason',
    body: z.object({ to: localDate, reason }),
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
  'GET /api/wheel/activities': {
    summary: 'What comes again, and what is closed',
    answer: z.object({ activities: z.array(activityView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'GET /api/wheel/activities/:activityKey': { summary: 'One activity', answer: activityView },
  'POST /api/wheel/activities': { summary: 'Make an activity', body: activityBody, answer: activityView },
  'PUT /api/wheel/activities/:activityKey': {
    summary: 'Change an activity; a changed rule counts from today, and what was owed before stays',
    body: activityBody,
    answer: activityView,
  },
  'POST /api/wheel/activities/:activityKey/close': {
    summary: 'It comes no more; what is done stays',
    body: z.object({ reason }),
    answer: activityView,
  },
  'POST /api/wheel/recurrence': {
    summary: 'The next dates of a rule, to look at before saving',
    body: recurrenceBody,
    answer: z.object({ dates: z.array(localDate) }),
  },
  'GET /api/wheel/catalogue': {
    summary: 'A municipality’s year, ready to take from',
    answer: z.object({ items: z.array(catalogueItem), abilities: z.object({ edit: z.boolean() }) }),
  },
  'POST /api/wheel/catalogue/adopt': {
    summary: 'Take activities from the catalogue; those already taken are left alone',
    body: z.object({ keys: z.array(z.string()).min(1).max(100) }),
    answer: z.object({ adopted: count }),
  },
  'GET /api/wheel/plans': {
    summary: 'Implementation plans with progress',
    answer: z.object({ plans: z.array(planView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'POST /api/wheel/plans': {
    summary: 'Make a plan; with a policy version it begins with the tasks a new policy brings',
    body: z.object({ title, policyVersionKey: z.string().optional(), startsOn: localDate }),
    answer: planView,
  },
  'POST /api/wheel/plans/:planKey/tasks': {
    summary: 'Add a one-off task to a plan',
    body: z.object({
      title,
      due: localDate,
      role,
      personId: z.string().optional(),
      scope: z.enum(['organisation', 'centres']).default('organisation'),
    }),
    answer: planView,
  },
  'GET /api/wheel/meetings': {
    summary: 'Meetings of the coordinator network (R16)',
    answer: z.object({ meetings: z.array(meetingRow), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'GET /api/wheel/meetings/:meetingKey': { summary: 'One meeting', answer: meetingView },
  'POST /api/wheel/meetings': {
    summary: 'Call a meeting: every ISK is invited',
    body: meetingBody,
    answer: meetingView,
  },
  'PUT /api/wheel/meetings/:meetingKey': { summary: 'Change a meeting', body: meetingBody, answer: meetingView },
  'PUT /api/wheel/meetings/:meetingKey/attendance': {
    summary: 'Who came',
    body: z.object({ people: z.array(z.object({ personId: z.string(), attendance })).max(300) }),
    answer: meetingView,
  },
  'POST /api/wheel/meetings/:meetingKey/follow-ups': {
    summary: 'A task that the meeting gave somebody',
    body: z.object({ title, personId: z.string(), due: localDate }),
    answer: meetingView,
  },
  'GET /api/calendar-feed': {
    summary: 'Whether I have a calendar link, and since when',
    answer: z.object({ active: z.boolean(), madeAt: moment.optional() }),
  },
  'POST /api/calendar-feed': {
    summary: 'Make a secret link for Outlook; the old one stops working',
    answer: z.object({ url: z.url(), madeAt: moment }),
  },
  'DELETE /api/calendar-feed': { summary: 'Stop the link' },
} satisfies Endpoints;
