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
export { isInForce, isOpenToChange, renewal } from './version-status.ts';
export { endsOf, paperNow, type PaperNow, type VersionNow } from './paper.ts';
export { decidedOn } from './decided-on.ts';
export {
  contentHashOf,
  isClosedBy,
  endedInquorate,
  isDecidedLately,
  isStageOpen,
  openStage,
  requestKey,
  stageKey,
  votesThatCount,
} from './request.ts';
export { approvedRequest, latestRequest, requestsAbout } from './requests.ts';
export { putPaperOnAgenda } from './agendas/save-agenda.ts';
export { submitForApproval, type SubmitForApproval } from './submit-for-approval.ts';
export { approvedInMeeting } from './approved-in-meeting.ts';
export { continueApprovals } from './continue-approvals.ts';
export { voteOnApproval, type VoteOnApproval } from './vote-on-approval.ts';
export { withdrawApproval } from './withdraw-approval.ts';
export { closeStage } from './close-stage.ts';
export { recordDecision, type RecordDecision } from './record-decision.ts';
export type { Postponement } from './request-list.ts';
export { postponeDecision, type PostponeDecision } from './postpone-decision.ts';
export { correctDecision, type CorrectDecision } from './correct-decision.ts';
export { attachMinutes } from './attach-minutes.ts';
export { eventsOf } from './events.ts';
export { approvalActs } from './record-approval-acts.ts';
export { hasContentChanged } from './content-now.ts';
export { stageSeats, type StageSeat } from './stage-seats.ts';
export { turnoutOf } from './turnout.ts';
export { tallyOf, tookPart } from './stage-rule.ts';
export {
  agendaCampaignKey,
  agendaKind,
  approvalCampaignKey,
  approvalKind,
  peopleToVote,
  stageByKey,
} from './approval-campaign.ts';
export { agendaMovedKind, agendaOfCard, movedCampaignKey, movedSubject, movesTold } from './moved-campaign.ts';
export { approvalEndedKind, endedCampaignKey } from './ended-campaign.ts';
export {
  approvalPostponedKind,
  latestPostponement,
  postponedCampaignKey,
  postponedStageKey,
  postponedSubjects,
} from './postponed-campaign.ts';
export {
  approvalPath,
  obligationKeysOf,
  recordDecisionSource,
  resubmitSource,
  voteSource,
} from './approval-obligations.ts';
export { maySeeApproval, mayVote, recordersOf } from './permissions.ts';
export { approvalSummary, wayView } from './summary.ts';
export { agendaOf, agendaOrThrow } from './agendas/agendas.ts';
export { maySeeAgenda } from './agendas/permissions.ts';
export { changeAgenda, makeAgenda, type AgendaGiven } from './agendas/save-agenda.ts';
export { closeAgenda, continueAgendas, sendAgenda } from './agendas/send-agenda.ts';
export { voteOnAgenda } from './agendas/vote-on-agenda.ts';
export { maySeeApprovals } from './involved.ts';
export { agendaRoutes, requestRoutes } from './routes.ts';
export { requestChanges } from './views/request-difference.ts';
