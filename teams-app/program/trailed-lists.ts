import type { TrailedLists } from '../../api/audit/index.ts';

/**
 * Lists whose changes are audited by field. Beside each its single-line columns whose text is stored, such as a
 * system's name; other texts are stored as lengths. Excluded: append-only lists (receipts, completions, deliveries,
 * votes), lists that may name citizens (incidents), and the program's own.
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

/** Lists audited without fields; their records are shown by title too. */
export const calledByTitle: readonly string[] = [
  'ApprovalRequests',
  'Agendas',
  'Downtimes',
  'SignSheets',
  'HandOvers',
  'OfflinePacks',
  'Incidents',
];
