import { Acknowledgements, ClosedReceipts } from '../../api/acknowledgements/index.ts';
import {
  CalendarFeeds,
  NetworkMeetings,
  WheelActivities,
  WheelPlans,
  WheelTasks,
} from '../../api/annual-wheel/index.ts';
import { Advice } from '../../api/advice/index.ts';
import { Agendas, ApprovalRequests } from '../../api/approvals/index.ts';
import { Assets } from '../../api/assets/index.ts';
import {
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  Improvements,
  OfflinePacks,
  PackPlacements,
} from '../../api/contingency/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from '../../api/critical-services/index.ts';
import { AuditEntries } from '../../api/audit/index.ts';
import { Completions, CourseRounds, Courses, Exemptions, MissedCycles } from '../../api/awareness/index.ts';
import { Campaigns, ConversationPages, Cursors, DeliveryBlocks } from '../../api/deliveries/index.ts';
import { DirectoryState } from '../../api/directory/index.ts';
import { CouncilOrientations } from '../../api/governance/index.ts';
import { Figures, FigureSettings } from '../../api/figures/index.ts';
import { ClosedMonths } from '../../api/history/index.ts';
import { IncidentGuides, Incidents } from '../../api/incidents/index.ts';
import { InspectionChecklists, InspectionFindings, Inspections } from '../../api/inspections/index.ts';
import { HandOvers, Nudges } from '../../api/obligations/index.ts';
import { JobRuns } from '../../api/operations/index.ts';
import { Centres, People, RoleAssignments, RoleGroups } from '../../api/organisation/index.ts';
import { AppointmentProposals } from '../../api/appointments/index.ts';
import { Measures } from '../../api/measures/index.ts';
import { YearlyReports } from '../../api/reports/index.ts';
import { PolicyComments, PolicyVersions } from '../../api/policy/index.ts';
import { ProcedureAreas, Procedures, ProcedureVersions } from '../../api/procedures/index.ts';
import {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  RiskFigures,
  Risks,
  RiskScales,
  SavedViews,
  ThreatCatalogues,
} from '../../api/risks/index.ts';
import { Applicability, Controls, Requirements, Standards } from '../../api/standards/index.ts';
import { Successions } from '../../api/ownership/index.ts';
import { SignSheets } from '../../api/sign-sheets/index.ts';
import { DaySeals } from '../../api/trail/index.ts';
import { ReminderCadences, ReminderPages, ReminderWishes } from '../../api/reminders/index.ts';
import { Retention } from '../../api/retention/index.ts';
import { ProvisionedLists, type ListDefinition } from '../../api/sharepoint/index.ts';
import { StatusReports } from '../../api/status-reports/index.ts';

/** The site's file libraries. */
export const documentsLibrary = 'SecurityDocuments';
export const allLibraries = [documentsLibrary] as const;

type Definition = ListDefinition<{ key: string }>;

/** Lists a site may have from before the program remembered provisioned ones (decision 20). Closed set. */
export const listsBeforeMemory: readonly Definition[] = [
  Centres,
  People,
  RoleAssignments,
  RoleGroups,
  DirectoryState,
  PolicyVersions,
  PolicyComments,
  Acknowledgements,
  ApprovalRequests,
  Agendas,
  StatusReports,
  Advice,
  ProcedureAreas,
  Procedures,
  ProcedureVersions,
  Measures,
  Campaigns,
  DeliveryBlocks,
  ConversationPages,
  Cursors,
  JobRuns,
  HandOvers,
  Nudges,
  WheelActivities,
  WheelTasks,
  WheelPlans,
  NetworkMeetings,
  CalendarFeeds,
  Courses,
  CourseRounds,
  Completions,
  Exemptions,
  MissedCycles,
  ReminderCadences,
  ReminderWishes,
  ReminderPages,
  Assets,
  Standards,
  Requirements,
  Applicability,
  Controls,
  RiskScales,
  ThreatCatalogues,
  Assessments,
  Risks,
  RiskActions,
  RiskAcceptances,
  AssessmentTriggers,
  RiskFigures,
  SavedViews,
  CriticalServices,
  AssetRecovery,
  ContinuitySettingsList,
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  ContingencyLog,
  Improvements,
  Downtimes,
  OfflinePacks,
  PackPlacements,
  AuditEntries,
];

/** A new list is one row here. */
const listsSinceMemory: readonly Definition[] = [
  ClosedMonths,
  ClosedReceipts,
  SignSheets,
  Successions,
  Incidents,
  IncidentGuides,
  DaySeals,
  Figures,
  Inspections,
  InspectionFindings,
  InspectionChecklists,
  AppointmentProposals,
  Retention,
  CouncilOrientations,
  FigureSettings,
  YearlyReports,
];

/** Every SharePoint list of the product, for provisioning, mirror and documentation. */
export const allLists: readonly Definition[] = [
  // First, so that all provisioned lists are remembered.
  ProvisionedLists,
  ...listsBeforeMemory,
  ...listsSinceMemory,
];
