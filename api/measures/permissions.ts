import { holds, type Actor, type Role } from '../kernel/index.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const proposers = ['securityCommittee', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const measureReaders = [
  ...proposers,
  'corporateManagement',
  'executiveBoard',
  'auditor',
] as const satisfies readonly Role[];

/** The committee proposes measures, with the CISO and the team who write for it (R12, R13, R14). */
export const mayProposeMeasure = (actor: Actor): boolean => holds(actor, ...proposers);
export const maySeeMeasures = (actor: Actor): boolean => holds(actor, ...measureReaders);
