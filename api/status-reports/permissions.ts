import { holds, type Actor, type Role } from '../kernel/index.ts';

export const statusReportMakers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** Readers: those informed, and those who govern by it; each part has its own permission. */
export const statusReportReaders = [
  ...statusReportMakers,
  ...(['securityCommittee', 'corporateManagement', 'executiveBoard', 'auditor'] as const),
] as const satisfies readonly Role[];

/** The team reports to the committee (R14). */
export const mayMakeStatusReport = (actor: Actor): boolean => holds(actor, ...statusReportMakers);
