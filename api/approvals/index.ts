/** Approvals: what is decided, by whom, in which stages; every vote and decision. Knows no subject (R10, R12, R13). */
export { Agendas, ApprovalRequests, frozenFile } from './request-list.ts';
export type { Agenda, ApprovalRequest, ExternalDecision, FrozenFile, Stage, Vote } from './request-list.ts';
export { declareApprovalSubjects } from './approval-subject.ts';
export type { ApprovalContent, ApprovalSubject, StagePlan } from './approval-subject.ts';
export { contentHashOf, openStage, requestKey, stageKey, votesThatCount } from './request.ts';
export { approvedRequest, latestRequest, requestsAbout } from './requests.ts';
export { submitForApproval, type SubmitForApproval } from './submit-for-approval.ts';
export { continueApprovals } from './continue-approvals.ts';
export { approvalSummary, wayView } from './summary.ts';
