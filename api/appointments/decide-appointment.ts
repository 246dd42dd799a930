import { recordAct } from '../audit/index.ts';
import { submitForApproval, type ApprovalSubject } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden, holds, invalid, nowOf, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { carryOutAppointment } from './carry-out-appointment.ts';
import { appointmentReaders, mayPropose, mayRecordMeeting } from './permissions.ts';
import { AppointmentProposals, type Meeting } from './proposal-list.ts';
import { isEditable, proposalPath, proposalSubject, proposalWay } from './proposal.ts';
import { contentOf, proposalOrThrow, proposalTurn } from './proposals.ts';

/**
 * Submits a proposal to Direktionen, whose members vote on a card (R11). Idempotent. Throws AppError: forbidden,
 * missing, conflict `appointments.notEditable`, unavailable.
 */
export async function submitAppointment(context: Context, actor: Actor, key: string): Promise<void> {
  if (!mayPropose(actor)) throw forbidden('appointments.mayNotPropose');
  await oneAtATime(context, proposalTurn(key), async () => {
    const { proposal, state } = proposalOrThrow(context, key);
    if (state === 'waiting') return;
    if (!isEditable(state)) throw conflict('appointments.notEditable');
    await submitForApproval(context, actor, {
      subjectKind: proposalSubject,
      subjectKey: key,
      content: contentOf(context, proposal),
      summary: proposal.reason,
      stages: proposalWay,
    });
  });
}

export interface RecordedMeeting {
  meetingOn: LocalDate;
  reference: string;
  minutesUrl?: string | undefined;
}

/**
 * Records Direktionen's decision on a proposal in its meeting, and gives the roles (R11). Idempotent; not for a
 * decision that gives the actor a role. 4 resource units and 4 a role. Throws AppError: missing, forbidden
 * `appointments.mayNotRecord`, invalid `approvals.meetingInFuture`, conflict `appointments.notEditable` while
 * Direktionen is asked in Teams, unavailable.
 */
export async function recordMeeting(
  context: Context,
  actor: Actor,
  key: string,
  { meetingOn, reference, minutesUrl }: RecordedMeeting,
): Promise<void> {
  const known = proposalOrThrow(context, key);
  if (!mayRecordMeeting(actor, known.proposal)) throw forbidden('appointments.mayNotRecord');
  if (meetingOn > todayOf(context.clock)) throw invalid('approvals.meetingInFuture', { field: 'meetingOn' });
  const said = { meetingOn, reference, ...(minutesUrl === undefined ? {} : { minutesUrl }) };
  const meeting: Meeting = { ...said, by: actor.personId, at: nowOf(context.clock) };
  const recorded = await oneAtATime(context, proposalTurn(key), () =>
    context.list(AppointmentProposals).update(key, (current) => {
      if (current.meeting && isSame(current.meeting, said)) return undefined;
      const { state } = proposalOrThrow(context, key);
      if (current.meeting || current.discardedAt !== undefined || !isEditable(state))
        throw conflict('appointments.notEditable');
      return { meeting };
    }),
  );
  const { by, at } = recorded.meeting ?? meeting;
  const about = { act: 'recordAppointment', subjectKey: key, actorId: by, at };
  await recordAct(context, { ...about, details: { meetingOn, reference } });
  await carryOutAppointment(context, recorded, { by, at });
}

const isSame = (recorded: Meeting, given: RecordedMeeting): boolean =>
  recorded.meetingOn === given.meetingOn &&
  recorded.reference === given.reference &&
  recorded.minutesUrl === given.minutesUrl;

/** The approval subject of appointments; an approved one gives the roles. */
export const appointmentSubject: ApprovalSubject = {
  kind: proposalSubject,
  contentNow: (context, key) => {
    const proposal = context.list(AppointmentProposals).get(key);
    return proposal && proposal.discardedAt === undefined ? contentOf(context, proposal) : undefined;
  },
  path: (_context, key) => proposalPath(key),
  mayRead: (_context, actor) => holds(actor, ...appointmentReaders),
  ended: async (context, { state, subjectKey, submittedBy, endedAt }) => {
    const proposal = context.list(AppointmentProposals).get(subjectKey);
    if (state !== 'approved' || !proposal || proposal.meeting) return;
    const at = endedAt ?? nowOf(context.clock);
    await carryOutAppointment(context, proposal, { by: submittedBy, at });
  },
};
