import { holds, type Actor, type Role } from '../kernel/index.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const proposers = ['securityCommittee', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const measureReaders = [
  ...proposers,
  'corporateManagement',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

/** Proposed by the committee, and by CISO and team on its behalf (R12, R13, R14). */
export const mayProposeMeasure = (actor: Actor): boolean => holds(actor, ...proposers);
export const maySeeMeasures = (actor: Actor): boolean => holds(actor, ...measureReaders);
