/** When IT is down: plans, tests, downtime, and copies that work without Microsoft 365 (R4–R6). */
export { ContingencyPlans, ContingencyPlanVersions } from './plan-lists.ts';
export type { ContingencyPlan, ContingencyPlanVersion } from './plan-lists.ts';
export { ContingencyLog, ContingencyTests, Downtimes, Improvements } from './test-lists.ts';
export type { ContingencyTest, Downtime, Improvement, LogEntry } from './test-lists.ts';
export { OfflinePacks, PackPlacements } from './pack-lists.ts';
export type { OfflinePack, PackPlacement } from './pack-lists.ts';
export {
  allPlans,
  findPlan,
  findPlanVersion,
  planForCentre,
  planPath,
  plansByAsset,
  planSubjectKind,
  restorePlanOf,
  type PlanNow,
  type PlanVersionNow,
} from './plans/plans.ts';
export { canReadPlan, isToldPhones, readsPlanVersion } from './plans/plan-access.ts';
export { answersWithoutPhones, planIndex, textOf as textOfPlan, type PlanField } from './plans/plan-index.ts';
export { planRowOf } from './plans/plan-rows.ts';
export { coverageStateOf, restoreStateOf, type Covered } from './plans/coverage.ts';
export { planReferencesTo } from './plans/references.ts';
export { planContentOf, type PlanNames } from './plans/plan-markdown.ts';
export { planSubject } from './plans/plan-subject.ts';
export { reviewPlanSource, writePlanSource } from './plans/obligations.ts';
export { continuePlanActs } from './plans/record-plan-acts.ts';
export { partHash } from './pocket/parts.ts';
export { leftPeople, partsOf, type Part } from './plans/plan-people.ts';
export { testingLook } from './tests/testing-in-words.ts';
export { lastTestOf, testingOf, testPath, testsOfPlan } from './tests/tests.ts';
export { testFromDowntime, type Lived } from './tests/test-from-downtime.ts';
export { isWrittenOn, writeLog, type WriteLog } from './tests/write-log.ts';
export { type FindLogSubject, type LogSubject } from './tests/log-subject.ts';
export { declareImprovementSubjects, logSubjectOf, type ImprovementSubject } from './tests/log-subjects.ts';
export {
  addImprovement,
  changeImprovement,
  giveUpImprovement,
  reportImprovement,
  type ImprovementInput,
} from './tests/save-improvement.ts';
export { improvementOrThrow, improvementsOf, improvementState, improvementWorkers } from './tests/improvements.ts';
export { improvementViewOf } from './tests/improvement-rows.ts';
export { logEntryViewOf, logOf } from './tests/test-view.ts';
export { evaluateTestSource, improvementSource, testPlanSource } from './tests/test-obligations.ts';
export { postInjects } from './tests/post-injects.ts';
export { askReassessments } from './tests/ask-reassessment.ts';
export {
  campaignsOfTest,
  invitationSubject,
  peopleOfTest,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
  testOfInvitation,
} from './tests/test-campaigns.ts';
export { mayReadTest } from './tests/test-permissions.ts';
export { soundHours } from './tests/test-rows.ts';
export { subjectOfInject } from './tests/inject-keys.ts';
export { hoursBetween, isPosting, metOf } from './tests/test-rules.ts';
export { centresUsing, servicesHitBy } from './users.ts';
export { planRoutes } from './plans/routes.ts';
export { testRoutes } from './tests/routes.ts';
export { downtimeRoutes } from './downtime/routes.ts';
export { downtimeCampaignKey, downtimeKind } from './downtime/downtime-campaign.ts';
export { continueDowntimes } from './downtime/continue-downtimes.ts';
export { closeDowntimeSource } from './downtime/close-obligation.ts';
export { mayReadDowntime } from './downtime/downtime-log.ts';
export { downtimeForPerson, type DowntimeForPerson } from './downtime/for-person.ts';
export { nextStepOf, ownPartOf, type OwnPart, type OwnStepNow } from './downtime/own-part.ts';
export { stepDone } from './downtime/step-done.ts';
export { minutesBetween, untilOf } from './downtime/downtime.ts';
export { acceptedOf, alarmsOf, limitAlarmKind, openAlarm, raiseLimitAlarms } from './limit-alarms/alarms.ts';
export { boardOf } from './limit-alarms/alarm-readers.ts';
export { subjectOfAlarm, type LimitMark } from './limit-alarms/marks.ts';
export { minutesInWords } from './downtime/minutes-in-words.ts';
export { downtimePath, runningDowntimes, runningOf } from './downtime/downtimes.ts';
export { packRoutes } from './packs/routes.ts';
export { pocketRoutes } from './pocket/routes.ts';
export { downNow, plansOfCentre, pocketOf } from './pocket/pocket-view.ts';
export { phoneCalled } from './pocket/called-person.ts';
export { dialled } from './phone-in-words.ts';
export { endedPlanVersions, lastConfirmations } from './pocket/ended-parts.ts';
export { confirmBy, partIn, partReceipt, type NamedPart } from './pocket/parts.ts';
export { confirmPart, type ConfirmedPart } from './pocket/confirm-part.ts';
export { confirmPartSource, ownPlanPath } from './pocket/part-obligations.ts';
export { partCampaignKey, planPartCampaign } from './pocket/part-campaign.ts';
export { continuePlanParts } from './pocket/continue-parts.ts';
export { contingencyOverviewRoutes } from './overview/routes.ts';
export { allVitalRows, gapsOfAsset, overviewLists, vitalEntries, type VitalEntry } from './overview/vital-entries.ts';
export { vitalRowSeen } from './overview/filter-entries.ts';
export { continuePacks } from './packs/make-pack.ts';
export { offlinePackKind, packReaders } from './packs/pack-campaign.ts';
export { mayPlacePack } from './permissions.ts';
export { packPlaceDue, placePackSource } from './packs/pack-obligation.ts';
export { findPack, packsPath, packStandingOf, type PackStanding } from './packs/packs.ts';
export { placePack, placePackOnce, type PlacedPack } from './packs/place-pack.ts';
export { improvementTransfer, testTransfer, testPartTransfer, isLed, isToTakePart } from './tests/test-transfers.ts';
