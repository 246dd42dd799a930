import { holds, type Actor, type Role } from '../kernel/index.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const cadenceEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const reminderReaders = [...cadenceEditors, 'auditor', 'securityCommittee'] as const satisfies readonly Role[];

/** Those who follow up others may nudge them; the act checks each centre. */
export const nudgers = [...cadenceEditors, 'centreManager', 'coordinator'] as const satisfies readonly Role[];

/** Cadences are set by those responsible for sending (R14). */
export const mayEditCadences = (actor: Actor): boolean => holds(actor, ...cadenceEditors);
/** Sees recipients by name, before and after: the same people and the auditor. */
export const namesReaders = [...cadenceEditors, 'auditor'] as const satisfies readonly Role[];
export const maySeeReminded = (actor: Actor): boolean => holds(actor, ...namesReaders);
