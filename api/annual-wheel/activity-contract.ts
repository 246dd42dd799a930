import { z } from 'zod';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expected, id, idOrNone } from '../http/input.ts';
import { count, localDate, reason, role, title } from './contract-fields.ts';

const recurrenceBody = z.object({
  /** RFC 5545 without DTSTART, e.g. `FREQ=YEARLY`; absent: once. */
  rule: z.string().max(300).optional(),
  /** The first due date; the rule counts from it. */
  startsOn: day(),
  /** `calendar`: fixed dates. `lastDone`: due one interval after the latest completion. */
  basis: z.enum(['calendar', 'lastDone']),
  endsOn: day().optional(),
});
export type RecurrenceBody = z.output<typeof recurrenceBody>;

export const stepBody = z.object({ id: z.string().min(1).max(40), title });

export const activityBody = recurrenceBody.extend({
  title,
  why: z.string().trim().max(2000),
  /** Source of the requirement, e.g. `R10` or `ISO 27001 9.3`. */
  source: z.string().trim().max(200),
  /** Responsible role, and optionally one person instead of its holders. */
  role,
  personId: idOrNone.optional(),
  /** `centres`: one task for each centre. */
  scope: z.enum(['organisation', 'centres']),
  steps: z.array(stepBody).max(20),
  /** The evidence required, in words; absent: a note suffices. */
  evidence: z.string().trim().max(300).optional(),
  /** Days before the due date from which the task is owed. */
  leadDays: z.number().int().min(0).max(365),
  /** Its plan or meeting. */
  groupKey: idOrNone.optional(),
});
export type ActivityBody = z.output<typeof activityBody>;

export const activityView = activityBody.extend({
  key: z.string(),
  etag: z.string(),
  person: personRef.optional(),
  group: z.object({ key: z.string(), title: z.string() }).optional(),
  nextDue: localDate.optional(),
  lastDoneOn: localDate.optional(),
  closed: z.boolean(),
  abilities: z.object({ edit: z.boolean() }),
});
export type ActivityView = z.output<typeof activityView>;

const catalogueItem = z.object({
  key: z.string(),
  title: z.string(),
  why: z.string(),
  source: z.string(),
  role,
  scope: z.enum(['organisation', 'centres']),
  rule: z.string(),
  basis: z.enum(['calendar', 'lastDone']),
  /** Usual month and day. */
  usual: z.object({ month: z.number().int(), day: z.number().int() }),
  steps: z.array(stepBody),
  evidence: z.string().optional(),
  leadDays: count,
  adopted: z.boolean(),
});
export type CatalogueItem = z.output<typeof catalogueItem>;

/** Recurring activities, and the catalogue of a year. */
export const activityContract = {
  'GET /api/wheel/activities': {
    summary: 'What comes again, and what is closed',
    answer: z.object({ activities: z.array(activityView), abilities: z.object({ edit: z.boolean() }), freshness }),
  },
  'GET /api/wheel/activities/:activityKey': { summary: 'One activity', answer: activityView },
  'POST /api/wheel/activities': { summary: 'Make an activity', body: activityBody, answer: activityView },
  'PUT /api/wheel/activities/:activityKey': {
    summary: 'Change an activity; a changed rule counts from today, and what was owed before stays',
    body: activityBody.extend({ expected }),
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
    body: z.object({ keys: z.array(id).min(1).max(100) }),
    answer: z.object({ adopted: count }),
  },
} satisfies Endpoints;
