import { z } from 'zod';
import { aYear, day, stageNumber } from '../http/input.ts';
import { meetingOutcomes, voteChoices } from './vocabulary.ts';

export const reason = z.string().trim().max(2_000);
/** Rejection and return need a reason: `approvals.reasonNeeded`. */
export const voteBody = z.object({
  stage: stageNumber,
  /** Of what the voter has read: something else cannot be approved by mistake. */
  contentHash: z.string().max(100),
  choice: z.enum(voteChoices),
  reason: reason.optional(),
});

const link = z.url({ protocol: /^https$/ }).max(500);

/** What a secretary writes of a meeting. */
const meeting = {
  stage: stageNumber,
  meetingOn: day(aYear),
  itemNumber: z.string().trim().min(1).max(60),
  note: reason.optional(),
  minutesUrl: link.optional(),
};

export const recordBody = z.object({
  ...meeting,
  outcome: z.enum(meetingOutcomes),
  /** When it is postponed: the day of the meeting that takes it up again. */
  nextMeetingOn: day(aYear).optional(),
  /** When it is approved: a later first day than proposed. */
  appliesFrom: day(aYear).optional(),
});

/** All that is recorded of a meeting but the outcome. */
export const correctBody = z.object({
  ...meeting,
  /** Takes the attached file off, so that the right one can be attached. */
  removeMinutes: z.boolean().default(false),
  /** How many corrections the writer has seen: what another has corrected since is not undone. */
  corrections: z.number().int().min(0).max(100).default(0),
  reason: reason.min(1),
});
