import type { TrailedLists } from '../../api/audit/index.ts';

/**
 * Lists whose records people answer for: the trail tells what was made, changed and removed in them, by field. Beside each the columns
 * of one line whose words are told, such as the name of a system; other words are told by their length. Not here: what is
 * append-only (receipts, completions, deliveries, votes), what citizens may be named in (incidents), and the program's own.
 */
export const trailedLists: TrailedLists = {
  Centres: ['title'],
  RoleAssignments: [],
  RoleGroups: ['title'],
  PolicyVersions: ['title', 'number'],
  ProcedureAreas: ['title'],
  Procedures: ['title'],
  ProcedureVersions: ['title', 'areaTitle', 'guidelineTitle'],
  Measures: ['title'],
  StatusReports: ['title'],
  Advice: [],
  WheelActivities: ['title', 'source'],
  WheelTasks: ['title'],
  WheelPlans: ['title'],
  NetworkMeetings: ['title', 'startsAt'],
  Courses: ['title'],
  CourseRounds: ['title'],
  Exemptions: [],
  ReminderCadences: [],
  Assets: ['title', 'supplier'],
  Standards: ['title', 'edition'],
  Applicability: [],
  Controls: ['title'],
  RiskScales: ['title'],
  ThreatCatalogues: ['title'],
  Assessments: ['title'],
  Risks: ['title'],
  RiskActions: ['title'],
  RiskAcceptances: ['title'],
  CriticalServices: ['title'],
  AssetRecovery: ['title'],
  ContinuitySettings: ['title'],
  ContingencyPlans: ['title'],
  ContingencyPlanVersions: ['title'],
  ContingencyTests: ['title'],
  Improvements: ['title'],
  IncidentGuides: [],
  Inspections: ['title'],
  InspectionFindings: [],
  InspectionChecklists: ['title'],
  Retention: [],
  CouncilOrientations: ['title'],
  FigureSettings: [],
  YearlyReports: ['title'],
};

/** Lists that the trail tells of without their fields: their records are called by their titles too. */
export const calledByTitle: readonly string[] = [
  'ApprovalRequests',
  'Agendas',
  'Downtimes',
  'SignSheets',
  'HandOvers',
  'OfflinePacks',
];
