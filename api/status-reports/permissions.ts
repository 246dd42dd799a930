import { holds, type Actor, type Role } from '../kernel/index.ts';

export const statusReportMakers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** First door: those who are told, and those who govern by what is told; each part asks for its own right. */
export const statusReportReaders = [
  ...statusReportMakers,
  ...(['securityCommittee', 'corporateManagement', 'executiveBoard', 'auditor'] as const),
] as const satisfies readonly Role[];

/** The team reports to the committee (R14). */
export const mayMakeStatusReport = (actor: Actor): boolean => holds(actor, ...statusReportMakers);
