/** The audit trail: who did what to what, and when. Append-only. */
export { AuditEntries, type AuditEntry, type RecordChange, type ToldValue } from './audit-list.ts';
export { actUnderWay, duringAct, theProgram, type ActGiven } from './act-under-way.ts';
export { recordingLists, type TrailedLists } from './recording-lists.ts';
export { appendActs, type AppendActs } from './append-acts.ts';
export { continueAudit, pendingEntries } from './trail.ts';
export { settleWrites } from './settle-writes.ts';
export { auditKey, entryOf, firstRecorded, recordAct, recordedEntry, type Act } from './record-act.ts';
export { auditHistory } from './audit-history.ts';
