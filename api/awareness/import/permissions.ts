import { holds, type Actor, type Role } from '../../kernel/index.ts';

/** The first door of the import: the CISO and the team, who answer for the learning system's figures (R14). */
export const completionImporters = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const mayImportCompletions = (actor: Actor): boolean => holds(actor, ...completionImporters);
