import { holds, type Actor, type Role } from '../../kernel/index.ts';

/** Who fetches the completions of others: the CISO and the team (R14). Viva Learning asks for their own rights besides. */
export const courseSyncers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const maySyncCourses = (actor: Actor): boolean => holds(actor, ...courseSyncers);
