import { routes } from '../http/route.ts';
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

export const appointmentRoutes = routes(appointmentsContract, {
  'GET /api/appointments': { allow: appointmentReaders, run: appointmentsOf },
  'POST /api/appointments/proposals': {
    allow: proposers,
    run: async (context, actor, { body }) =>
      shown(context, actor, (await proposeAppointment(context, actor, body)).key),
  },
  'GET /api/appointments/proposals/:proposalKey': {
    allow: proposalReaders,
    run: (context, actor, { params }) => shown(context, actor, params.proposalKey),
  },
  'PUT /api/appointments/proposals/:proposalKey': {
    allow: proposers,
    run: async (context, actor, { params: { proposalKey }, body }) => {
      await changeProposal(context, actor, proposalKey, body);
      return shown(context, actor, proposalKey);
    },
  },
  'DELETE /api/appointments/proposals/:proposalKey': {
    allow: proposers,
    run: async (context, actor, { params }) => {
      await discardProposal(context, actor, params.proposalKey);
      return undefined;
    },
  },
  'POST /api/appointments/proposals/:proposalKey/submit': {
    allow: proposers,
    run: async (context, actor, { params: { proposalKey } }) => {
      await submitAppointment(context, actor, proposalKey);
      return shown(context, actor, proposalKey);
    },
  },
  'POST /api/appointments/proposals/:proposalKey/record': {
    allow: meetingRecorders,
    run: async (context, actor, { params: { proposalKey }, body }) => {
      const { meetingOn, ...said } = body;
      await recordMeeting(context, actor, proposalKey, { ...said, meetingOn: meetingOn as LocalDate });
      return shown(context, actor, proposalKey);
    },
  },
});
