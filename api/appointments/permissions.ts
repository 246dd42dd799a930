import { holds, type Actor, type Role } from '../kernel/index.ts';
import type { AppointmentProposal } from './proposal-list.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const proposers = ['executiveBoard', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const appointmentReaders = [...proposers, 'securityCommittee', 'auditor'] as const satisfies readonly Role[];
/** Who writes down what Direktionen decided in its meeting. */
export const meetingRecorders = [...proposers, 'councilSecretary'] as const satisfies readonly Role[];
/** The secretary reads what is to be recorded, too. */
export const proposalReaders = [...appointmentReaders, 'councilSecretary'] as const satisfies readonly Role[];

/** The CISO and the team prepare what Direktionen decides, and Direktionen proposes itself (R11). */
export const mayPropose = (actor: Actor): boolean => holds(actor, ...proposers);

/** A decision that gives somebody a role is recorded by another (R11). */
export const mayRecordMeeting = (actor: Actor, { members }: Pick<AppointmentProposal, 'members'>): boolean =>
  holds(actor, ...meetingRecorders) && !members.some(({ personId }) => personId === actor.personId);
