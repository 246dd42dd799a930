/** A list's personal data. `none`: only who changed an item, as SharePoint records for every item. */
interface Told {
  /** Of whom. */
  whose: string;
  what: string;
  why: string;
}
export const none = 'none' as const;

const employees = 'every employee';
const actors = 'whoever acts';
const byIds = (what: string, why: string): Told => ({ whose: actors, what: `${what}, by id`, why });

/** Personal data by list, for the record of processing and the DPIA. A test requires a line for every list. */
export const personalData: Readonly<Record<string, Told | typeof none>> = {
  ProvisionedLists: none,
  Centres: none,
  People: {
    whose: employees,
    what: 'name, sign-in name, mail and one work phone (replaced long after somebody left), job title, centre, manager, first and last day, leave, language, whether Teams is licensed',
    why: 'who owes what, who is reached and whom to call',
  },
  RoleAssignments: {
    whose: 'role holders, deputies',
    what: 'role, centre, from when to when, who appointed',
    why: 'rights and appointments (R11)',
  },
  RoleGroups: none,
  DirectoryState: none,
  PolicyVersions: byIds('who drafted, published and discarded', 'responsibility for the text'),
  PolicyComments: {
    whose: 'who comments',
    what: 'the comment and who resolved it',
    why: 'the text is made better together (R10)',
  },
  Acknowledgements: {
    whose: employees,
    what: 'name then, version, centre then, when and where it was acknowledged, or why not (left, leave, moved)',
    why: 'proof that people were told (R9)',
  },
  ApprovalRequests: {
    whose: 'members of bodies',
    what: 'votes with time and reason, who submitted',
    why: 'proof of the decision (R10, R12, R13)',
  },
  Agendas: byIds('who made and sent them', 'meetings of bodies'),
  StatusReports: byIds('who made them', 'the team reports to the committee (R14)'),
  Advice: {
    whose: 'whoever asks the security team, and who answered',
    what: 'by id, with what was answered and the centre then; no CPR numbers',
    why: 'advice is the same for all, and found again (R14)',
  },
  ProcedureAreas: byIds('who changed them', 'responsibility'),
  Procedures: byIds('who made and retired them', 'responsibility'),
  ProcedureVersions: byIds('who wrote, changed and discarded them', 'responsibility'),
  SignSheets: {
    whose: 'people whom Teams does not reach',
    what: 'what they are asked to sign for, that they have signed, who ticked it and when',
    why: 'a receipt on paper counts as one in Teams (R8, R9)',
  },
  Incidents: {
    whose: 'who tells of an accident',
    what: 'what happened in their own words (without CPR numbers; removed a year after it is closed), centre then, who took and closed it, the id of the message in the chat',
    why: 'the ISK helps at once, and a breach is documented (R2, R16; GDPR article 33)',
  },
  DaySeals: none,
  Inspections: {
    whose: 'who inspects, who answers for the unit, people in pictures',
    what: 'by id, with what they wrote; **pictures** whose files are deleted after `INSPECTION_PHOTO_DAYS`',
    why: 'procedures are followed (R2, R16)',
  },
  InspectionFindings: byIds('who wrote, re-checked and closed them', 'responsibility (R2)'),
  InspectionChecklists: byIds('who wrote them', 'responsibility'),
  IncidentGuides: byIds('who changed them', 'responsibility'),
  Measures: byIds('who proposed and changed them', 'responsibility'),
  AppointmentProposals: {
    whose: 'who is proposed for the committee or as CISO',
    what: 'id and name, who proposed and recorded the decision, with a reason in free text',
    why: 'who was appointed by which decision (R11)',
  },
  CouncilOrientations: byIds('who wrote and sent what Byrådet was told', 'responsibility (R11)'),
  YearlyReports: byIds('who began and changed them', 'responsibility'),
  Campaigns: byIds('who started them', 'responsibility'),
  DeliveryBlocks: {
    whose: employees,
    what: 'which card was sent when, and what became of it',
    why: 'nobody is forgotten, nobody is told twice',
  },
  ConversationPages: { whose: employees, what: 'the id of the chat with the bot', why: 'cards find the person' },
  Cursors: none,
  JobRuns: none,
  HandOvers: byIds('who took over what from whom', 'work is not lost when people are away'),
  Successions: {
    whose: 'who leaves',
    what: 'name, what they owned and owed, and who took over what, with a note',
    why: 'work is not lost when people leave (R15, R16)',
  },
  Nudges: byIds('who was nudged about what, by whom', 'nobody is nudged too often'),
  WheelActivities: byIds('who is responsible', 'the annual wheel (R12)'),
  WheelTasks: byIds('who did, moved or cancelled a task, with a note', 'the annual wheel (R12)'),
  WheelPlans: byIds('who made them', 'responsibility'),
  NetworkMeetings: byIds('who was called and who came', 'the network of ISKs (R16)'),
  CalendarFeeds: { whose: 'who wants a calendar', what: 'a secret link (its hash)', why: 'the wheel in Outlook' },
  Courses: byIds('who changed them', 'responsibility'),
  CourseRounds: byIds('who is obliged by name, who changed them', 'who must take the course (R8)'),
  Completions: { whose: employees, what: 'name then, course, day, how it is known', why: 'proof of training (R8)' },
  Exemptions: {
    whose: 'who is exempt',
    what: 'course, days and a **reason in free text**, who granted it',
    why: 'proof of training (R8)',
  },
  MissedCycles: { whose: employees, what: 'name then, course, last day, centre then', why: 'proof of training (R8)' },
  ReminderCadences: byIds('who changed them', 'responsibility'),
  ReminderWishes: { whose: employees, what: 'when and of what a person wants to be reminded', why: 'the own choice' },
  ReminderPages: { whose: employees, what: 'what was overdue or near on a day', why: 'what a card said' },
  Assets: byIds('owner, who changed it', 'responsibility (R1); of citizens only which kinds of data there are'),
  Standards: byIds('who imported them', 'responsibility'),
  Requirements: none,
  Applicability: byIds('who decided', 'responsibility (R3)'),
  Controls: byIds('owner, who changed it', 'responsibility (R3)'),
  RiskScales: byIds('who made them', 'responsibility'),
  ThreatCatalogues: byIds('who changed them', 'responsibility'),
  Assessments: {
    whose: 'who takes part',
    what: 'by id, and **names of guests** in free text',
    why: 'who knew what (R1)',
  },
  Risks: byIds('who changed a field', 'two who write at once'),
  RiskActions: byIds('owner, who did it', 'responsibility (R1)'),
  RiskAcceptances: byIds('who asked', 'responsibility (R1)'),
  AssessmentTriggers: byIds('who raised them', 'responsibility (R2)'),
  RiskFigures: none,
  Figures: none,
  FigureSettings: byIds('who chose it', 'responsibility'),
  SavedViews: { whose: 'who saves a view', what: 'filters and columns', why: 'the own choice' },
  CriticalServices: byIds('owner, who changed it', 'responsibility (R4)'),
  AssetRecovery: byIds('who changed it', 'responsibility (R4)'),
  ContinuitySettings: byIds('who changed them', 'responsibility (R4)'),
  ContingencyPlans: byIds('who made and retired them', 'responsibility (R5)'),
  ContingencyPlanVersions: {
    whose: 'who is named in a plan, suppliers’ contacts',
    what: 'name, part in the plan and **phone**',
    why: 'whom to call in an accident (R5)',
  },
  ContingencyTests: byIds('leader and participants', 'tests of plans (R6)'),
  ContingencyLog: { whose: 'who writes', what: 'the note and when', why: 'what happened (R6)' },
  Improvements: byIds('owner, who did it', 'responsibility (R6)'),
  Downtimes: byIds(
    'who reported, closed and corrected them, who owns improvements that are being made',
    'what happened (R4, R6)',
  ),
  OfflinePacks: {
    whose: 'who is named in a plan',
    what: 'the files hold names and **phones** on paper and USB',
    why: 'plans without Microsoft 365 (R5)',
  },
  PackPlacements: byIds('who put the pack in place', 'responsibility (R5)'),
  AuditEntries: {
    whose: actors,
    what: 'who did what with which record, when, by which way, for whom as deputy, and what it changed; by id',
    why: 'the trail',
  },
  Retention: byIds('who chose for how long something is kept', 'responsibility'),
  ClosedMonths: none,
  ClosedReceipts: none,
};
