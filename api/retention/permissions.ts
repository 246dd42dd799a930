import { holds, type Actor, type Role } from '../kernel/index.ts';
import { operationsReaders } from '../organisation/index.ts';

/** Operations readers see retention; CISO and team set it. Default is no. */
export const retentionReaders = operationsReaders;
export const retentionEditors = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const mayEditRetention = (actor: Actor): boolean => holds(actor, ...retentionEditors);
