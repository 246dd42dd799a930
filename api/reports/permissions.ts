import { holds, type Actor, type Role } from '../kernel/index.ts';
import type { ReportState } from './report.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
export const reportWriters = ['securityCommittee', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
const draftReaders = [...reportWriters, 'auditor'] as const satisfies readonly Role[];
const sentReaders = [...draftReaders, 'executiveBoard'] as const satisfies readonly Role[];
export const reportReaders = [
  ...sentReaders,
  'corporateManagement',
  'councilSecretary',
] as const satisfies readonly Role[];

/** Written by the committee, and by CISO and team on its behalf (R12, R14). */
export const mayWriteReport = (actor: Actor): boolean => holds(actor, ...reportWriters);

/** Direktionen reads submitted reports; Koncernledelsen and the secretary of Byrådet approved ones (R11–R13). */
export function maySeeReport(actor: Actor, state: ReportState): boolean {
  if (state === 'approved') return holds(actor, ...reportReaders);
  return state === 'draft' ? holds(actor, ...draftReaders) : holds(actor, ...sentReaders);
}
