import { holds, type Actor, type Role } from '../kernel/index.ts';

/** Edit the register of evidence and the orientations. */
export const governanceKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Those who oversee the bodies (R11, R12), and the auditor. */
export const governanceReaders = [
  ...governanceKeepers,
  'securityCommittee',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

export const mayKeepOrientation = (actor: Actor): boolean => holds(actor, ...governanceKeepers);
