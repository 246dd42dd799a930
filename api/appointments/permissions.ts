import { holds, type Actor, type Role } from '../kernel/index.ts';
import type { AppointmentProposal } from './proposal-list.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const proposers = ['executiveBoard', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const appointmentReaders = [...proposers, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/** Record Direktionen's decisions in meetings. */
export const meetingRecorders = [...proposers, 'councilSecretary'] as const satisfies readonly Role[];
/** The secretary also reads what to record. */
export const proposalReaders = [...appointmentReaders, 'councilSecretary'] as const satisfies readonly Role[];

/** The CISO and the team prepare decisions, and Direktionen may propose (R11). */
export const mayPropose = (actor: Actor): boolean => holds(actor, ...proposers);

/** A decision that gives a role is not recorded by its receiver (R11). */
export const mayRecordMeeting = (actor: Actor, { members }: Pick<AppointmentProposal, 'members'>): boolean =>
  holds(actor, ...meetingRecorders) && !members.some(({ personId }) => personId === actor.personId);
