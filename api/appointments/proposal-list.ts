import { z } from 'zod';
import { type PersonId } from '../kernel/index.ts';
import {
  dayIn,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  type RecordIn,
  instantIn,
} from '../sharepoint/index.ts';
import { appointedRoles } from './contract.ts';

const person = z.string().min(1) as unknown as z.ZodType<PersonId>;

/** The name then, so that the decision is unchanged. */
const member = z.object({ personId: person, name: z.string(), chair: z.boolean() });

/** A recorded decision of a meeting of Direktionen. */
const meeting = z.object({
  meetingOn: dayIn,
  reference: z.string(),
  minutesUrl: z.string().optional(),
  by: person,
  at: instantIn,
});
export type Meeting = z.output<typeof meeting>;

/** Proposed appointments by Direktionen. Their state follows from approval or meeting (R11). */
export const AppointmentProposals = defineList('AppointmentProposals', {
  describe: 'Proposals of whom Direktionen appoints: the committee as a whole, and the CISO (R11).',
  columns: {
    title: text('Readable line: role and first day'),
    role: choice(appointedRoles, 'Role that is given'),
    members: json(z.array(member), 'Who is proposed'),
    startsOn: date('First day'),
    endsOn: date('Last day'),
    reason: longText('Why these people'),
    proposedBy: id<PersonId>('Who proposed it'),
    proposedAt: moment('When it was proposed'),
    changedAt: moment('When it was last changed'),
    changedBy: id<PersonId>('Who changed it last'),
    meeting: optional(json(meeting, 'The meeting that decided it, where it was not voted on')),
    carriedOutAt: optional(moment('When the roles had been given')),
    discardedAt: optional(moment('When the draft was discarded')),
    discardedBy: optional(id<PersonId>('Who discarded it')),
  },
});
export type AppointmentProposal = RecordIn<typeof AppointmentProposals>;
