/** Obligations of every feature, derived in one place. Knows no subject. */
export { declareObligationSources, listsOfSources, obligationKinds, obligationSources } from './source.ts';
export type { ObligationSources, PersonalSource, SharedSource } from './source.ts';
export { groupStamp } from './group-stamp.ts';
export { HandOvers } from './hand-over-list.ts';
export { Nudges } from './nudge-list.ts';
export {
  allObligations,
  obligationsByPerson,
  obligationsInTurn,
  type Owed,
  obligationsStamp,
  obligationsOf,
  namedForWork,
  sharedObligations,
} from './obligations.ts';
export { owedLately, warmOwed } from './owed-lately.ts';
export { overdueByCentre, type Overdue, type OverdueGroup, type OverdueIn } from './overdue.ts';
export { responsibleFor } from './responsible-for.ts';
export { askedLately, latestNudges, nudgedAfter, nudgedByPress, recordNudge } from './nudges.ts';
export { handOver, type HandOverWork } from './hand-over.ts';
export { owedOrPassed } from './owed-or-passed.ts';
export { aboutPerson } from './person-about.ts';
export { endHandOver } from './end-hand-over.ts';
export { continueHandOvers } from './record-hand-over.ts';
export {
  leaveKind,
  leaveStatus,
  leaveSubjectsOf,
  isOfAnother,
  toldOfLeave,
  type LeaveStatus,
} from './leave-campaign.ts';
export { continueAbsences, endAbsence, recordAbsence } from './absence.ts';
export { visibleObligations } from './people-obligations.ts';
export { statuses, statusesInTurn, type Status } from './centre-status.ts';
export {
  centresFollowed,
  visibleCentres,
  mayHandOverFor,
  mayNudgeFor,
  maySeeCentre,
  maySeeCentres,
} from './permissions.ts';
export { obligationsRoutes } from './routes.ts';
