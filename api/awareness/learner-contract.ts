import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import { id, idOrNone, offset } from '../http/input.ts';
import { count, localDate, moment } from './contract-fields.ts';
import { completionSources, courseView, learningStates, roundView } from './course-contract.ts';

/** An event of a person’s course history: a completion, or a missed round. */
const learningEvent = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('completed'),
    on: localDate,
    source: z.enum(completionSources),
    recordedBy: personRef.optional(),
  }),
  z.object({ what: z.literal('missed'), roundTitle: z.string(), due: localDate }),
]);

export const myCourse = z.object({
  roundKey: z.string(),
  course: courseView.pick({ key: true, title: true, minutes: true, url: true, describe: true }),
  state: z.enum(learningStates),
  due: localDate.optional(),
  daysLeft: z.number().int().optional(),
  /** Why me: `everybody`, `centre`, `group`, `person`. */
  because: z.string().optional(),
  completedOn: localDate.optional(),
  source: z.enum(completionSources).optional(),
  exemption: z.object({ reason: z.string(), until: localDate.optional() }).optional(),
  /** `fetch`: Viva Learning is available. */
  abilities: z.object({ declare: z.boolean(), fetch: z.boolean().optional() }),
});
const myEvent = z.intersection(learningEvent, z.object({ courseTitle: z.string() }));
const year = z
  .string()
  .max(4)
  .regex(/^\d{4}$/);
export const myLearningView = z.object({
  courses: z.array(myCourse),
  history: z.array(myEvent),
  /** The latest year with courses in history, fetched on demand. */
  earlier: year.optional(),
  abilities: z.object({ manage: z.boolean(), seeCoverage: z.boolean(), register: z.boolean() }),
  freshness,
});
export type MyLearningView = z.output<typeof myLearningView>;

export const earlierQuery = z.object({ year });
export const myEarlierView = z.object({
  year,
  history: z.array(myEvent),
  /** The previous year in history. */
  earlier: year.optional(),
});
export type MyEarlierView = z.output<typeof myEarlierView>;

export const learningCoverageView = z.object({
  round: roundView,
  people: count,
  done: count,
  /** Of `done`, self-declared. */
  selfDeclared: count,
  missing: count,
  overdue: count,
  exempt: count,
  onLeave: count,
  percent: z.number(),
  centres: z.array(
    z.object({
      centre: centreRef.optional(),
      people: count,
      done: count,
      missing: count,
      overdue: count,
      percent: z.number(),
      /** The share in the previous round. */
      previousPercent: z.number().optional(),
      coordinators: z.array(personRef),
      /** Whether the reader may nudge here, else when again. */
      abilities: z.object({ seePeople: z.boolean(), nudge: z.boolean() }),
      nextNudgeAt: moment.optional(),
    }),
  ),
  /** Rounds of the same course, oldest first. */
  years: z.array(z.object({ roundKey: z.string(), title: z.string(), dueOn: localDate, percent: z.number() })),
  abilities: z.object({ nudge: z.boolean(), export: z.boolean() }),
  freshness,
});
export type LearningCoverageView = z.output<typeof learningCoverageView>;

export const learnerRow = personRef.extend({
  centreId: idOrNone.optional(),
  state: z.enum(learningStates),
  due: localDate.optional(),
  daysLeft: z.number().int().optional(),
  completedOn: localDate.optional(),
  source: z.enum(completionSources).optional(),
  /** Earlier rounds missed. */
  missedBefore: count,
  /** Without Teams the manager records it. */
  teams: z.boolean(),
  nudgedAt: moment.optional(),
  abilities: z.object({ register: z.boolean(), exempt: z.boolean() }),
});

export const peopleQuery = z.object({
  centreId: idOrNone.optional(),
  show: z.enum(['missing', 'overdue', 'done', 'exempt', 'all']).default('missing'),
  q: z.string().max(100).optional(),
  sort: z.enum(['name', 'centre', 'due']).default('due'),
  direction: z.enum(['up', 'down']).default('up'),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const nudgeBody = z.object({
  centreId: idOrNone.optional(),
  personIds: z.array(id).min(1).max(500).optional(),
});
export const nudgeView = z.object({
  nudged: count,
  /** Day of their card. */
  day: localDate,
  skipped: z.array(
    z.object({ reason: z.enum(['justNudged', 'done', 'onLeave', 'noTeams', 'notYours']), people: count }),
  ),
});
export type NudgeView = z.output<typeof nudgeView>;

export const exemptionView = z.object({
  key: z.string(),
  person: personRef,
  courseKey: z.string(),
  reason: z.string(),
  from: localDate,
  until: localDate.optional(),
  by: personRef,
  state: z.enum(['current', 'ended']),
  abilities: z.object({ end: z.boolean() }),
});
