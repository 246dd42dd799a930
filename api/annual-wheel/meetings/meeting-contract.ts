import { z } from 'zod';
import { freshness, personRef } from '../../http/contract.ts';
import type { Endpoints } from '../../http/endpoint.ts';
import { day, expected, id, link, timeOfDay } from '../../http/input.ts';
import { count, localDate, title } from '../contract-fields.ts';
import { taskRow } from '../wheel-contract.ts';

export const meetingBody = z.object({
  title,
  on: day(),
  /** `HH:MM`, Danish time. */
  startsAt: timeOfDay,
  minutes: z.number().int().min(15).max(600),
  place: z.string().trim().max(300),
  agenda: z.array(z.string().trim().min(1).max(300)).max(30),
  minutesLink: z.union([link, z.literal('')]).optional(),
});
export const attendance = z.enum(['invited', 'attended', 'excused', 'absent']);
/** Answer to an invitation. */
export const reply = z.enum(['yes', 'maybe', 'no']);
const replies = z.object({ yes: count, maybe: count, no: count, none: count });
export const meetingRow = z.object({
  key: z.string(),
  title: z.string(),
  on: localDate,
  startsAt: z.string(),
  attended: count,
  invited: count,
  held: z.boolean(),
  /** Who came is written down: until then `attended` is 0 and says nothing. */
  recorded: z.boolean(),
  cancelled: z.boolean(),
  replies,
});
export const meetingView = meetingBody.extend({
  key: z.string(),
  etag: z.string(),
  people: z.array(personRef.extend({ attendance, reply: reply.optional() })),
  replies,
  held: z.boolean(),
  cancelled: z.boolean(),
  /** The reader's answer. */
  reply: reply.optional(),
  followUps: z.array(taskRow),
  abilities: z.object({ edit: z.boolean(), came: z.boolean(), answer: z.boolean(), cancel: z.boolean() }),
  freshness,
});
export type MeetingView = z.output<typeof meetingView>;

/** Meetings of the coordinator network (R16). */
export const meetingContract = {
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
  'PUT /api/wheel/meetings/:meetingKey': {
    summary: 'Change a meeting',
    body: meetingBody.extend({ expected }),
    answer: meetingView,
  },
  'POST /api/wheel/meetings/:meetingKey/answer': {
    summary: 'Say whether I come',
    body: z.object({ reply }),
    answer: meetingView,
  },
  'POST /api/wheel/meetings/:meetingKey/cancel': { summary: 'Call a meeting off', answer: meetingView },
  'PUT /api/wheel/meetings/:meetingKey/attendance': {
    summary: 'Who came',
    body: z.object({ people: z.array(z.object({ personId: id, attendance })).max(300) }),
    answer: meetingView,
  },
  'POST /api/wheel/meetings/:meetingKey/follow-ups': {
    summary: 'A task that the meeting gave somebody',
    body: z.object({ title, personId: id, due: day() }),
    answer: meetingView,
  },
} satisfies Endpoints;
