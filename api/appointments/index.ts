/** Appointments by Direktionen: the committee and the CISO, by decision (R11). */
export { AppointmentProposals, type AppointmentProposal } from './proposal-list.ts';
export { appointmentSubject } from './decide-appointment.ts';
export { continueDecidedAppointments } from './carry-out-appointment.ts';
export { renewAppointmentSource } from './obligations.ts';
export { allProposals, decidedOn } from './proposals.ts';
export { appointmentsPath } from './proposal.ts';
export { appointmentRoutes } from './routes.ts';
