import { holds, type Actor, type Role } from '../kernel/index.ts';
import type { ReportState } from './report.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
export const reportWriters = ['securityCommittee', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
const draftReaders = [...reportWriters, 'auditor'] as const satisfies readonly Role[];
const sentReaders = [...draftReaders, 'executiveBoard'] as const satisfies readonly Role[];
export const reportReaders = [
  ...sentReaders,
  'corporateManagement',
  'councilSecretary',
] as const satisfies readonly Role[];

/** The committee writes it, with the CISO and the team who write for it (R12, R14). */
export const mayWriteReport = (actor: Actor): boolean => holds(actor, ...reportWriters);

/** Direktionen reads what is sent to it; Koncernledelsen and the secretary of Byrådet what is approved (R11–R13). */
export function maySeeReport(actor: Actor, state: ReportState): boolean {
  if (state === 'approved') return holds(actor, ...reportReaders);
  return state === 'draft' ? holds(actor, ...draftReaders) : holds(actor, ...sentReaders);
}
