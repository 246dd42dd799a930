import { z } from 'zod';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { aYear, day, expected, id, idOrNone, offset } from '../http/input.ts';
import { leastApart } from './cadence.ts';

const localDate = z.iso.date();
const count = z.number().int().min(0);
const days = z.number().int().min(1).max(365);

export const cadenceBody = z.object({
  /** Days before the due date, e.g. [14, 3]. A step longer than the period is skipped. */
  before: z.array(days).max(5),
  onTheDay: z.boolean(),
  /** Interval while overdue, in days; 7 is weekly. */
  overdueEvery: days,
  /** Days overdue before it escalates; absent: never. */
  coordinatorAfter: days.optional(),
  managerAfter: days.optional(),
  committeeAfter: days.optional(),
});
/** New values of the security team; a list may hold a shorter interval, which counts as a week. */
const cadenceInput = cadenceBody.extend({ overdueEvery: days.min(leastApart) });
export const cadenceView = cadenceBody.extend({
  kind: z.string(),
  etag: z.string(),
  /** Cannot be muted. */
  legallyRequired: z.boolean(),
  isDefault: z.boolean(),
  changedBy: personRef.optional(),
  changedAt: z.iso.datetime().optional(),
});
export type CadenceView = z.output<typeof cadenceView>;

/** Why a digest has the line. */
const reminderStep = z.enum(['before', 'onTheDay', 'overdue', 'nudge']);
const reminderLine = z.object({
  kind: z.string(),
  title: z.string(),
  due: localDate,
  daysLeft: z.number().int(),
  /** Absent: no step today; included because a digest is sent anyway. */
  step: reminderStep.optional(),
});
/** A centre's overdue work, for those who follow it up: the total, and the largest groups. */
export const othersOverdue = z.object({
  /** Absent: the whole organisation. */
  centre: centreRef.optional(),
  overdue: count,
  groups: z.array(z.object({ kind: z.string(), title: z.string(), count })),
});
export type OthersOverdue = z.output<typeof othersOverdue>;
export const digestPreview = z.object({
  person: personRef,
  /** Hour of the day, Danish time. */
  hour: z.number().int(),
  lines: z.array(reminderLine),
  others: z.array(othersOverdue),
  /** Why cards cannot reach the person; the ISK informs them. */
  unreachable: z.string().optional(),
});
export type DigestPreview = z.output<typeof digestPreview>;

export const wishesBody = z.object({
  hour: z.number().int().min(8).max(15),
  rhythm: z.enum(['daily', 'weekly']),
  /** ISO weekday of the weekly digest, 1 is Monday. */
  weekday: z.number().int().min(1).max(5),
  /** Muted kinds; never a required one. */
  muted: z.array(id).max(50),
});
export const wishesView = wishesBody.extend({
  kinds: z.array(z.object({ kind: z.string(), legallyRequired: z.boolean() })),
  isDefault: z.boolean(),
  freshness,
});
export type WishesView = z.output<typeof wishesView>;

const logDay = z.object({
  day: localDate,
  /** Recipients by state. */
  counts: z.record(z.string(), count),
  /** People who got the card. */
  told: count,
  /** Own tasks on those cards: how many are done, or no longer due. */
  doneSince: count,
  /** Moved to history: recipients are read from a file, and `doneSince` is as of the move. */
  closed: z.boolean(),
});
export type LogDay = z.output<typeof logDay>;

const logRow = z.object({
  person: personRef,
  /** Recipient state, e.g. `sent`. */
  state: z.string(),
  code: z.string().optional(),
  at: z.iso.datetime().optional(),
  lines: z.array(
    reminderLine
      .pick({ kind: true, title: true, due: true })
      /** `person`: the owner, where it escalated as a single task. */
      .extend({ person: personRef.optional(), doneSince: z.boolean() }),
  ),
  others: z.array(othersOverdue),
});
export type LogRow = z.output<typeof logRow>;

/** Rows per page at most. */
const mostRows = 50;
const nudgeAnswer = z.object({
  /** People to remind; `soon` of them on `day`, the others a week after their last reminder. */
  people: count,
  soon: count,
  day: localDate,
  /** Skipped: not in Teams, or nudged this week. */
  unreachable: count,
  asked: count,
});
export type NudgeAnswer = z.output<typeof nudgeAnswer>;

const logQuery = z.object({
  personId: idOrNone.optional(),
  q: z.string().max(100).optional(),
  offset,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const remindersContract = {
  'GET /api/reminders/cadences': {
    summary: 'How often people are reminded, by kind',
    answer: z.object({
      cadences: z.array(cadenceView),
      abilities: z.object({ edit: z.boolean(), seePeople: z.boolean() }),
      freshness,
    }),
  },
  'PUT /api/reminders/cadences/:kind': {
    summary: 'Change one',
    body: cadenceInput.extend({ expected }),
    answer: cadenceView,
  },
  'DELETE /api/reminders/cadences/:kind': { summary: 'Back to how it came', answer: cadenceView },
  'GET /api/reminders/preview': {
    summary: 'What would be sent on a day, to whom, why; the next working day when none is given',
    query: z.object({
      day: day(aYear).optional(),
      q: z.string().max(100).optional(),
      offset,
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: z.object({
      day: localDate,
      /** False on weekends and public holidays: nothing is sent. `holiday` names it. */
      working: z.boolean(),
      holiday: z.string().optional(),
      nextWorkingDay: localDate,
      /** Further ahead than the next working day: cards until then are taken to arrive. */
      estimated: z.boolean(),
      total: count,
      unreachable: count,
      digests: z.array(digestPreview),
      freshness,
    }),
  },
  'GET /api/reminders/log': {
    summary: 'The days on which reminders went out, newest first',
    answer: z.object({
      days: z.array(logDay),
      /** Whether the reader sees recipients. */
      abilities: z.object({ seePeople: z.boolean() }),
      freshness,
    }),
  },
  'GET /api/reminders/log/:day': {
    summary: 'Who was told what on a day, and what came of it',
    query: logQuery,
    answer: z.object({
      rows: z.array(logRow),
      total: count,
      freshness,
    }),
  },
  'POST /api/reminders/nudge': {
    summary: 'Have people reminded of what they owe; at most once a week for the same thing (R15, R16)',
    body: z.object({
      rows: z
        .array(z.object({ personId: id, key: id }))
        .min(1)
        .max(mostRows),
    }),
    answer: nudgeAnswer,
  },
  'GET /api/reminders/wishes': { summary: 'When I want to be reminded', answer: wishesView },
  'PUT /api/reminders/wishes': {
    summary: 'Choose time of day, rhythm and kinds',
    body: wishesBody,
    answer: wishesView,
  },
} satisfies Endpoints;
