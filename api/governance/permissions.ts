import { holds, type Actor, type Role } from '../kernel/index.ts';

/** Those who keep the register of what was done, and write what Byrådet is told. */
export const governanceKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Those who are to see that every body does its part (R11, R12), and the auditor. */
export const governanceReaders = [
  ...governanceKeepers,
  'securityCommittee',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

export const mayKeepOrientation = (actor: Actor): boolean => holds(actor, ...governanceKeepers);
