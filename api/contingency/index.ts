/** IT downtime: plans, tests, downtime, and copies independent of Microsoft 365 (R4–R6). */
export { ContingencyPlans, ContingencyPlanVersions } from './plans/plan-lists.ts';
export type { ContingencyPlan, ContingencyPlanVersion, PlanNow } from './plans/plan-lists.ts';
export { ContingencyLog, ContingencyTests, Downtimes, Improvements } from './exercises/test-lists.ts';
export type { ContingencyTest, Downtime, Improvement, LogEntry } from './exercises/test-lists.ts';
export { OfflinePacks, PackPlacements } from './packs/pack-lists.ts';
export type { OfflinePack } from './packs/pack-lists.ts';
export {
  allPlans,
  continuePlanActs,
  endedPlanVersions,
  findPlan,
  findPlanVersion,
  planForCentre,
  planPath,
  planSubjectKind,
  restorePlanOf,
} from './plans/plans.ts';
export { canReadPlan, isToldPhones, readsPlanVersion } from './plans/plan-access.ts';
export { answersWithoutPhones, planIndex, textOf as textOfPlan } from './plans/plan-index.ts';
export { coverageStateOf } from './plans/coverage.ts';
export { planReferencesTo } from './plans/references.ts';
export { planContentOf, type PlanNames } from './plans/plan-markdown.ts';
export { planSubject } from './plan-pages/plan-subject.ts';
export { reviewPlanSource, writePlanSource } from './plans/obligations.ts';
export { partHash } from './pocket/parts.ts';
export { leftPeople, partsOf } from './plans/plan-people.ts';
export { testingLook } from './exercises/testing-in-words.ts';
export { testingOf, testPath } from './exercises/tests.ts';
export { testFromDowntime } from './exercises/test-from-downtime.ts';
export { isWrittenOn, writeLog } from './exercises/write-log.ts';
export { declareImprovementSubjects, type ImprovementSubject } from './exercises/log-subjects.ts';
export { improvements, improvementsOf } from './exercises/improvements.ts';
export { improvementViewOf } from './exercises/improvement-rows.ts';
export { logOf } from './exercises/test-view.ts';
export { evaluateTestSource, improvementSource, testPlanSource } from './exercises/test-obligations.ts';
export { postInjects } from './exercises/post-injects.ts';
export { askReassessments } from './exercises/ask-reassessment.ts';
export {
  campaignsOfTest,
  invitationSubject,
  peopleOfTest,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
  testOfInvitation,
} from './exercises/test-campaigns.ts';
export { mayReadInject, mayReadTest } from './exercises/test-permissions.ts';
export { soundHours } from './exercises/test-rows.ts';
export { subjectOfInject } from './exercises/inject-keys.ts';
export { metOf } from './exercises/test-rules.ts';
export { centresUsing, servicesHitBy } from './users.ts';
export { planRoutes } from './plan-pages/routes.ts';
export { testRoutes } from './exercises/routes.ts';
export { downtimeRoutes } from './downtime/routes.ts';
export { downtimeCampaignKey, downtimeKind } from './downtime/downtime-campaign.ts';
export { continueDowntimes } from './downtime/continue-downtimes.ts';
export { closeDowntimeSource } from './downtime/close-obligation.ts';
export { downtimePath, mayReadDowntime } from './exercises/downtime-log.ts';
export { downtimeForPerson, type DowntimeForPerson } from './downtime/for-person.ts';
export { nextStepOf, ownPartOf, type OwnPart, type OwnStepNow } from './downtime/own-part.ts';
export { stepDone } from './downtime/step-done.ts';
export { minutesBetween, hoursAfter } from './downtime/downtime.ts';
export { acceptedOf, alarmsOf, limitAlarmKind, openAlarm, raiseLimitAlarms } from './limit-alarms/alarms.ts';
export { boardOf } from './limit-alarms/alarm-readers.ts';
export { subjectOfAlarm, type LimitMark } from './limit-alarms/marks.ts';
export { minutesInWords } from './downtime/minutes-in-words.ts';
export { isReal, yearBegun } from './downtime/downtime-list.ts';
export { runningDowntimes } from './downtime/downtimes.ts';
export { packRoutes } from './packs/routes.ts';
export { pocketRoutes } from './pocket/routes.ts';
export { pocketOf } from './pocket/pocket-view.ts';
export { phoneCalled } from './pocket/called-person.ts';
export { dialled } from './plans/phone-in-words.ts';
export { lastConfirmations } from './pocket/ended-parts.ts';
export { confirmBy, partIn, partReceipt, type NamedPart } from './pocket/parts.ts';
export { confirmPart } from './pocket/confirm-part.ts';
export { confirmPartSource, ownPlanPath } from './pocket/part-obligations.ts';
export { partCampaignKey, planPartCampaign } from './pocket/part-campaign.ts';
export { continuePlanParts } from './pocket/continue-parts.ts';
export { contingencyOverviewRoutes } from './overview/routes.ts';
export { allVitalRows, gapsOfAsset, overviewLists, vitalEntries, type VitalEntry } from './overview/vital-entries.ts';
export { isWellTested, visibleVitalRow } from './overview/filter-entries.ts';
export { continuePacks } from './packs/make-pack.ts';
export { offlinePackKind, packReaders } from './packs/pack-campaign.ts';
export { mayPlacePack } from './permissions.ts';
export { packPlaceDue, placePackSource } from './packs/pack-obligation.ts';
export { findPack, packsPath, packStatusOf, type PackStatus } from './packs/packs.ts';
export { placePack, placePackOnce } from './packs/place-pack.ts';
export {
  improvementTransfer,
  testTransfer,
  testPartTransfer,
  isLed,
  isToTakePart,
} from './exercises/test-transfers.ts';
