import type { figureWords as da } from '../da/figure-words.ts';
import type { TextsOf } from '../catalogue.ts';

/** What each figure is called, and what it counts. */
export const figureWords: TextsOf<typeof da> = {
  policyCoverage: {
    name: 'Have read the policy',
    explain: 'Share of employees who have acknowledged the policy in force. People on leave are not counted.',
  },
  courseCoverage: {
    name: 'Have taken the course',
    explain: 'Share of those required to take a course in its latest round who have taken it.',
  },
  coursesLate: {
    name: 'Overdue with the course',
    explain: 'Employees who should have taken the course and whose due date has passed.',
  },
  procedureReceipts: {
    name: 'Have read the procedures',
    explain: 'Share of the acknowledgements required by procedures that have been given.',
  },
  tasksLate: {
    name: 'Overdue tasks',
    explain: 'All tasks whose due date has passed.',
  },
  unreachable: {
    name: 'Cannot be reached in Teams',
    explain:
      'Employees the bot cannot write to, or did not reach about something still open. They must be told in another way.',
  },
  procedureCoverage: {
    name: 'Local procedures in place',
    explain: 'Share of the procedures required in each centre that are in force and reviewed on time.',
  },
  proceduresInForce: {
    name: 'Procedures and guidelines',
    explain: 'How many procedures and guidelines are in force.',
  },
  procedureReviewsLate: {
    name: 'Procedures overdue for review',
    explain: 'Procedures and guidelines whose review date has passed.',
  },
  risks: {
    name: 'Risks',
    explain: 'Number of risks in the register.',
  },
  risksWorst: {
    name: 'Risks at the highest level',
    explain: 'Risks at the highest level of the scale with current controls.',
  },
  risksSecond: {
    name: 'Risks at the second-highest level',
    explain: 'Risks at the second-highest level of the scale with current controls.',
  },
  assetsAssessed: {
    name: 'Assets with a risk assessment',
    explain: 'Share of the systems and work processes in use requiring a risk assessment that have one.',
  },
  assessmentsLate: {
    name: 'Overdue risk assessments',
    explain: 'Systems and work processes that should have been assessed again.',
  },
  treatmentsLate: {
    name: 'Overdue treatment actions',
    explain: 'Actions against risks whose due date has passed.',
  },
  acceptancesOver: {
    name: 'Expired acceptances',
    explain: 'Risks accepted until a date that has passed.',
  },
  risksUntreated: {
    name: 'Risks without a treatment',
    explain: 'Risks for which nobody has chosen what to do.',
  },
  'standard-iso27001': {
    name: 'ISO 27001 met',
    explain: 'Share of the applicable requirements of ISO 27001 that are met.',
  },
  'standard-iso27001-a': {
    name: 'ISO 27001 Annex A met',
    explain: 'Share of the requirements of Annex A not excluded that are met.',
  },
  'standard-gdpr': {
    name: 'GDPR met',
    explain: 'Share of the applicable requirements of the GDPR that are met.',
  },
  'standard-nis2': {
    name: 'NIS 2 met',
    explain: 'Share of the applicable requirements of NIS 2 that are met.',
  },
  'standard-nsis': {
    name: 'NSIS met',
    explain: 'Share of the applicable requirements of NSIS that are met.',
  },
  controlsLate: {
    name: 'Controls overdue for review',
    explain: 'Controls in operation whose review date has passed.',
  },
  vital: {
    name: 'Vital systems and work processes',
    explain: 'What critical services to citizens depend on.',
  },
  vitalWithPlan: {
    name: 'Vital with an emergency procedure',
    explain:
      'Share of vital systems and work processes that have an emergency procedure in force in every centre that uses them. One that is due for review is still in force.',
  },
  vitalRestorable: {
    name: 'Vital with a recovery plan',
    explain: 'Share of the vital systems that have a recovery plan.',
  },
  vitalTested: {
    name: 'Vital with a tested plan',
    explain: 'Share of vital systems and work processes whose plans have all been tested on time and passed.',
  },
  vitalInTime: {
    name: 'Recovered in time when tested',
    explain:
      'Share of vital systems and work processes with a measured time that recovered within their maximum downtime.',
  },
  vitalWithGaps: {
    name: 'Vital with gaps',
    explain: 'Vital systems and work processes with gaps in their contingency arrangements.',
  },
  downtimes: {
    name: 'Downtimes this year',
    explain: 'Downtimes that began this year. False alarms are not counted.',
  },
  downtimesKept: {
    name: 'Downtimes within the limit',
    explain: 'Share of this year’s closed downtimes that lasted no longer than accepted.',
  },
  improvementsLate: {
    name: 'Overdue improvements',
    explain:
      'Improvements after tests, downtimes and inspections, and centres’ own initiatives, whose due date has passed.',
  },
  inspectionsHeld: {
    name: 'Inspections held',
    explain: 'Share of the inspections due this year to date that have been held.',
  },
  findingsOpen: {
    name: 'Open findings',
    explain: 'Findings from inspections that are not closed.',
  },
  findingsLate: {
    name: 'Findings without timely action',
    explain: 'Findings whose action is missing or overdue.',
  },
  wheelDone: {
    name: 'Annual wheel: done',
    explain: 'Share of the annual wheel’s tasks due this year to date that have been done.',
  },
  wheelLate: {
    name: 'Annual wheel: overdue',
    explain: 'Tasks in the annual wheel whose due date has passed.',
  },
  wheelMissed: {
    name: 'Annual wheel: missed',
    explain: 'Tasks in the annual wheel that are more than 60 days overdue.',
  },
  wheelDoneLate: {
    name: 'Annual wheel: done late',
    explain: 'Tasks this year that were done after their due date.',
  },
  wheelCancelled: {
    name: 'Annual wheel: cancelled',
    explain: 'Tasks this year to date that have been cancelled.',
  },
  networkAttendance: {
    name: 'Attendance at network meetings',
    explain:
      'Share of those invited to network meetings over the past year who attended. Meetings without recorded attendance are left out.',
  },
  approvalsWaiting: {
    name: 'Awaiting a decision',
    explain: 'Cases sent for approval and not yet decided.',
  },
  approvalsLate: {
    name: 'Overdue decisions',
    explain: 'Cases whose due date for a decision has passed.',
  },
  approvalDays: {
    name: 'Days until a decision',
    explain:
      'Average number of days from when a case is sent until it is decided, over the past year. Cases that too few could vote on are not included.',
  },
  measuresAsked: {
    name: 'Measures: requested',
    explain: 'First-year cost of all measures sent for approval.',
  },
  measuresApproved: {
    name: 'Measures: approved',
    explain: 'First-year cost of the approved measures.',
  },
  measuresSpent: {
    name: 'Measures: carried out',
    explain: 'First-year cost of the measures carried out, as approved.',
  },
  measuresUnfunded: {
    name: 'Measures: not funded',
    explain: 'First-year cost of the measures awaiting a decision or sent back.',
  },
  peopleWithoutCentre: {
    name: 'Employees without a centre',
    explain: 'Employees without a centre in the directory, so that no ISK or centre manager follows up.',
  },
  centresWithoutIsk: {
    name: 'Centres without an ISK',
    explain: 'Centres that have no ISK today.',
  },
  incidents: {
    name: 'Incidents this year',
    explain: 'Incidents reported this year.',
  },
  incidentsOpen: {
    name: 'Open incidents',
    explain: 'Incidents that are not closed.',
  },
  incidentHours: {
    name: 'Hours until an incident is taken',
    explain: 'Average number of hours from when an incident is reported until somebody takes it, this year.',
  },
};
