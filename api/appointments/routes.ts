import { allow, created, from, routes, thenView } from '../http/route.ts';
import type { Actor, LocalDate } from '../kernel/index.ts';
import type { Context } from '../context.ts';
import { appointmentsOf, proposalView } from './appointment-views.ts';
import { appointmentsContract } from './contract.ts';
import { recordMeeting, submitAppointment } from './decide-appointment.ts';
import { appointmentReaders, meetingRecorders, proposalReaders, proposers } from './permissions.ts';
import { changeProposal, discardProposal, proposeAppointment } from './propose-appointment.ts';
import { proposalOrThrow } from './proposals.ts';

const shown = (context: Context, actor: Actor, key: string) =>
  proposalView(context, actor, proposalOrThrow(context, key));
const thenShown = thenView(from(shown, 'proposalKey'));

export const appointmentRoutes = routes(appointmentsContract, {
  'GET /api/appointments': allow(appointmentReaders, appointmentsOf),
  'POST /api/appointments/proposals': allow(proposers, created(shown, from(proposeAppointment, 'body'))),
  'GET /api/appointments/proposals/:proposalKey': allow(proposalReaders, from(shown, 'proposalKey')),
  'PUT /api/appointments/proposals/:proposalKey': allow(
    proposers,
    thenShown(from(changeProposal, 'proposalKey', 'body')),
  ),
  'DELETE /api/appointments/proposals/:proposalKey': allow(proposers, async (context, actor, { params }) => {
    await discardProposal(context, actor, params.proposalKey);
    return undefined;
  }),
  'POST /api/appointments/proposals/:proposalKey/submit': allow(
    proposers,
    thenShown(from(submitAppointment, 'proposalKey')),
  ),
  'POST /api/appointments/proposals/:proposalKey/record': allow(
    meetingRecorders,
    async (context, actor, { params: { proposalKey }, body }) => {
      const { meetingOn, ...said } = body;
      await recordMeeting(context, actor, proposalKey, { ...said, meetingOn: meetingOn as LocalDate });
      return shown(context, actor, proposalKey);
    },
  ),
});
