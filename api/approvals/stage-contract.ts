import { z } from 'zod';
import { centreRef, personRef } from '../http/contract.ts';
import { assignableRoles } from '../kernel/index.ts';
import { closings, eventKinds, outcomes, stageRules, stageStates, voteChoices } from './vocabulary.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();
const role = z.enum(assignableRoles);

/** A file as submitted: identified by hash and version id. */
export const fileView = z.object({ name: z.string(), size: count, type: z.string(), hash: z.string() });
export type FileView = z.output<typeof fileView>;

const seatView = z.object({
  /** Whose seat it is. */
  holder: personRef,
  chair: z.boolean(),
  /** Acts for the holder on leave. */
  deputy: personRef.optional(),
  /** Why this seat does not count: its holder submitted it, or is on leave without a deputy. */
  barred: z.enum(['submitter', 'onLeave', 'left']).optional(),
  vote: z
    .object({
      choice: z.enum(voteChoices),
      reason: z.string().optional(),
      at: moment,
      /** The deputy who voted. */
      by: personRef.optional(),
      via: z.enum(['card', 'tab']),
    })
    .optional(),
});
export type SeatView = z.output<typeof seatView>;

export const decisionView = z.object({
  meetingOn: localDate,
  itemNumber: z.string(),
  outcome: z.enum(outcomes),
  note: z.string().optional(),
  minutesUrl: z.string().optional(),
  minutes: fileView.optional(),
  /** The first day that the meeting chose, later than the proposed one. */
  appliesFrom: localDate.optional(),
  recordedBy: personRef,
  recordedAt: moment,
  /** Records as they stood until corrected, oldest first. */
  corrections: z.array(
    z.object({
      meetingOn: localDate,
      itemNumber: z.string(),
      note: z.string().optional(),
      minutesUrl: z.string().optional(),
      minutes: fileView.optional(),
      reason: z.string(),
      by: personRef,
      at: moment,
    }),
  ),
});
export type DecisionView = z.output<typeof decisionView>;

export const stageView = z.object({
  number: count,
  body: role,
  person: personRef.optional(),
  centre: centreRef.optional(),
  rule: z.enum(stageRules),
  quorum: count.optional(),
  state: z.enum(stageStates),
  openedAt: moment.optional(),
  /** When its cards leave, while they wait for working hours. */
  cardsAt: moment.optional(),
  dueOn: localDate.optional(),
  daysLeft: count.optional(),
  closedAt: moment.optional(),
  closedBy: z.enum(closings).optional(),
  seats: z.array(seatView),
  tally: z.object({ approve: count, reject: count, askChanges: count, abstain: count, seats: count }),
  /** Meetings that decided nothing, oldest first. */
  postponements: z.array(
    z.object({
      meetingOn: localDate,
      itemNumber: z.string(),
      nextMeetingOn: localDate,
      note: z.string().optional(),
      by: personRef,
      at: moment,
    }),
  ),
  decision: decisionView.optional(),
});
export type StageView = z.output<typeof stageView>;

export const eventView = z.object({
  at: moment,
  what: z.enum(eventKinds),
  person: personRef.optional(),
  /** The person the deputy acted for. */
  inPlaceOf: personRef.optional(),
  stage: count.optional(),
  body: role.optional(),
  choice: z.enum(voteChoices).optional(),
  outcome: z.enum([...outcomes, 'withdrawn']).optional(),
  closedBy: z.enum(closings).optional(),
  /** The meeting it was postponed to. */
  nextMeetingOn: localDate.optional(),
  text: z.string().optional(),
});
export type EventView = z.output<typeof eventView>;
