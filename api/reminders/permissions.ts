import { holds, type Actor, type Role } from '../kernel/index.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const cadenceEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const reminderReaders = [...cadenceEditors, 'auditor', 'securityCommittee'] as const satisfies readonly Role[];

/** Those who follow up others have them reminded; the act decides about each centre. */
export const nudgers = [...cadenceEditors, 'centreManager', 'coordinator'] as const satisfies readonly Role[];

/** How often people are reminded is set by those who answer for the sending (R14). */
export const mayEditCadences = (actor: Actor): boolean => holds(actor, ...cadenceEditors);
/** Who is reminded of what by name, before and after: the same people and the auditor. */
export const namesReaders = [...cadenceEditors, 'auditor'] as const satisfies readonly Role[];
export const maySeeReminded = (actor: Actor): boolean => holds(actor, ...namesReaders);
/** How often people are reminded and what came of it, in numbers: the committee too. */
export const maySeeReminders = (actor: Actor): boolean => holds(actor, ...reminderReaders);
