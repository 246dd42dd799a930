import { z } from 'zod';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { freshness, personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, expectedAt, id, link } from '../http/input.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();

/** Appointed by Direktionen (R11): a whole body, or one person. */
export const appointedRoles = ['securityCommittee', 'ciso'] as const;
export type AppointedRole = (typeof appointedRoles)[number];
const role = z.enum(appointedRoles);

/** From the approval or the recorded meeting, never stored. */
export const proposalStates = ['draft', 'waiting', 'returned', 'rejected', 'decided', 'withdrawn'] as const;

/** A proposed person. */
const proposedMember = z.object({ personId: id, chair: z.boolean().default(false) });

const proposalBody = z.object({
  role,
  members: z.array(proposedMember).min(1).max(40),
  startsOn: day(),
  endsOn: day(),
  /** The reason, in words; shown on the card. */
  reason: z.string().trim().min(1).max(2_000),
  /** The writer's `changedAt`, of a change; refused when changed since. */
  expected: expectedAt.optional(),
});
export type ProposalBody = z.input<typeof proposalBody>;

/** A meeting's decision, with its reference. */
const meetingDecision = z.object({
  meetingOn: day(),
  /** Agenda item or journal number of the minutes. */
  reference: z.string().trim().min(1).max(100),
  minutesUrl: link.optional(),
});

/** Source of a decision: an approval request, or a meeting. */
const decisionRef = z.discriminatedUnion('by', [
  z.object({ by: z.literal('vote'), on: localDate, path: z.string() }),
  z.object({
    by: z.literal('meeting'),
    on: localDate,
    path: z.string(),
    reference: z.string(),
    minutesUrl: z.string().optional(),
    recordedBy: personRef,
  }),
]);
export type DecisionRef = z.output<typeof decisionRef>;

/** Why a person has the role: `none` is without an appointment by Direktionen. */
const appointmentBases = ['decided', 'none', 'office', 'group'] as const;

const appointmentRow = z.object({
  person: personRef,
  chair: z.boolean(),
  basis: z.enum(appointmentBases),
  /** The office behind the seat, now or once Direktionen has composed the body. */
  office: z.enum(['ciso', 'headOfTeam']).optional(),
  startsOn: localDate.optional(),
  endsOn: localDate.optional(),
  /** `left`: not ended, but the person has left. */
  state: z.enum(['future', 'current', 'left', 'ended']),
  /** First day of the person's decided appointment to come, while without one. */
  decidedFrom: localDate.optional(),
  decision: decisionRef.optional(),
  /** Page to hand over all the person's work, if permitted. */
  handOverPath: z.string().optional(),
});
export type AppointmentRow = z.output<typeof appointmentRow>;

const proposalRow = z.object({
  key: z.string(),
  role,
  state: z.enum(proposalStates),
  startsOn: localDate,
  endsOn: localDate,
  people: z.number().int(),
  proposedBy: personRef,
  changedAt: moment,
});

const appointedBody = z.object({
  role,
  /** Now and to come, the chair first. */
  members: z.array(appointmentRow),
  /** Former members, latest first. */
  earlier: z.array(appointmentRow),
  /** Last day covered by a decision. */
  runsOutOn: localDate.optional(),
  /** A new decision is due: with the path of the next step, if permitted. */
  renew: z.object({ due: localDate, overdue: z.boolean() }).optional(),
  /** The next composition that Direktionen has decided, and who is in it. */
  coming: z.object({ startsOn: localDate, people: z.array(personRef) }).optional(),
  /** Members without an appointment, decided or to come. */
  withoutDecision: z.number().int(),
  abilities: z.object({ propose: z.boolean() }),
});
export type AppointedBody = z.output<typeof appointedBody>;

export const appointmentsView = z.object({
  bodies: z.array(appointedBody),
  proposals: z.array(proposalRow),
  freshness,
});
export type AppointmentsView = z.output<typeof appointmentsView>;

export const proposalView = proposalRow.extend({
  members: z.array(z.object({ person: personRef, chair: z.boolean() })),
  /** Members by office, whatever is decided. */
  byOffice: z.array(z.object({ person: personRef, office: z.enum(['ciso', 'headOfTeam']) })),
  /** Present holders who are not proposed. */
  leaving: z.array(personRef),
  reason: z.string(),
  changedBy: personRef,
  approval: approvalSummary.optional(),
  way: wayView,
  decision: decisionRef.optional(),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean(), record: z.boolean(), discard: z.boolean() }),
  freshness,
});
export type ProposalView = z.output<typeof proposalView>;

export const appointmentsContract = {
  'GET /api/appointments': {
    summary: 'Whom Direktionen has appointed, from when to when, and by which decision (R11)',
    answer: appointmentsView,
  },
  'POST /api/appointments/proposals': {
    summary: 'Propose an appointment',
    body: proposalBody.omit({ expected: true }),
    answer: proposalView,
  },
  'GET /api/appointments/proposals/:proposalKey': { summary: 'One proposal', answer: proposalView },
  'PUT /api/appointments/proposals/:proposalKey': {
    summary: 'Change a draft',
    body: proposalBody.extend({ expected: expectedAt }),
    answer: proposalView,
  },
  'DELETE /api/appointments/proposals/:proposalKey': { summary: 'Discard a draft' },
  'POST /api/appointments/proposals/:proposalKey/submit': {
    summary: 'Send it to Direktionen',
    answer: proposalView,
  },
  'POST /api/appointments/proposals/:proposalKey/record': {
    summary: 'Record that Direktionen decided it in a meeting',
    body: meetingDecision,
    answer: proposalView,
  },
} satisfies Endpoints;
