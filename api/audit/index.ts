/** The audit trail: who did what to what, and when. Append-only. */
export { AuditEntries, type AuditEntry } from './audit-list.ts';
export { appendActs, type AppendActs } from './append-acts.ts';
export { continueAudit } from './trail.ts';
export { auditKey, recordAct, type Act } from './record-act.ts';
export { auditHistory } from './audit-history.ts';
