/** Approvals: what is decided, by whom, in which stages; all votes and decisions. Knows no subject (R10, R12, R13). */
export { Agendas, ApprovalRequests, frozenFile } from './request-list.ts';
export type { Agenda, ApprovalRequest, ExternalDecision, FrozenFile, Stage, Vote } from './request-list.ts';
export {
  approvalSubject,
  approvalSubjects,
  declareApprovalSubjects,
  subjectKindName,
  summaryFor,
} from './approval-subject.ts';
export type { ApprovalContent, ApprovalSubject, StagePlan } from './approval-subject.ts';
export { isInForce, isOpenToChange, renewal, statusesOf, type Status, type VersionState } from './version-status.ts';
export { endsOf, paperNow, type PaperNow, type VersionNow } from './paper.ts';
export { contentHashOf, isClosedBy, openStage, requestKey, stageKey, votesThatCount } from './request.ts';
export { approvedRequest, latestRequest, requestsAbout } from './requests.ts';
export { putPaperOnAgenda } from './agendas/save-agenda.ts';
export { submitForApproval, type SubmitForApproval } from './submit-for-approval.ts';
export { approvedInMeeting, type HeldMeeting } from './approved-in-meeting.ts';
export { continueApprovals, continueNow } from './continue-approvals.ts';
export { voteOnApproval, type VoteOnApproval, type Voted } from './vote-on-approval.ts';
export { withdrawApproval } from './withdraw-approval.ts';
export { closeStage } from './close-stage.ts';
export { recordDecision, type RecordDecision } from './record-decision.ts';
export { attachMinutes } from './attach-minutes.ts';
export { eventsOf, type ApprovalEvent } from './events.ts';
export { approvalActs } from './record-approval-acts.ts';
export { hasContentChanged } from './content-now.ts';
export { seatIn, seatOf, stageSeats, type StageSeat } from './stage-seats.ts';
export { turnoutOf, type Turnout } from './turnout.ts';
export { tallyOf, tookPart, type Tally } from './stage-rule.ts';
export {
  agendaCampaignKey,
  agendaKind,
  approvalCampaignKey,
  approvalKind,
  peopleToVote,
  stageByKey,
} from './approval-campaign.ts';
export { approvalEndedKind, endedCampaignKey } from './ended-campaign.ts';
export {
  approvalPath,
  obligationKeysOf,
  recordDecisionSource,
  resubmitSource,
  voteSource,
} from './approval-obligations.ts';
export {
  mayAttachMinutes,
  mayCloseStage,
  mayRecord,
  mayRecordDecisions,
  maySeeAllApprovals,
  maySeeApproval,
  mayVote,
  mayWithdraw,
  recordersOf,
} from './permissions.ts';
export { approvalSummary, wayView } from './summary.ts';
export { agendaOf, agendaOrThrow, stageWithBody } from './agendas/agendas.ts';
export { agendaView } from './views/agenda-views.ts';
export { mayMakeAgenda, maySeeAgenda } from './agendas/permissions.ts';
export { changeAgenda, makeAgenda, type AgendaGiven } from './agendas/save-agenda.ts';
export { closeAgenda, continueAgendas, sendAgenda } from './agendas/send-agenda.ts';
export { voteOnAgenda, type AgendaVote, type AgendaVoteResult } from './agendas/vote-on-agenda.ts';
export { maySeeApprovals } from './involved.ts';
export { agendaRoutes, requestRoutes } from './routes.ts';
export { requestChanges } from './views/request-difference.ts';
