import type { figureWords as da } from '../da/figure-words.ts';
import type { TextsOf } from '../catalogue.ts';

/** What each figure is called, and what it counts. */
export const figureWords: TextsOf<typeof da> = {
  policyCoverage: {
    name: 'Have read the policy',
    explain: 'How many of the employees have acknowledged the policy in force. People on leave are not counted.',
  },
  courseCoverage: {
    name: 'Have taken the course',
    explain: 'How many of those who must take a course in its newest round have taken it.',
  },
  coursesLate: {
    name: 'Late with the course',
    explain: 'Employees who should have taken the course and whose last day has passed.',
  },
  procedureReceipts: {
    name: 'Have read the procedures',
    explain: 'Of all receipts that procedures ask for: how many have been given.',
  },
  tasksLate: {
    name: 'Overdue tasks',
    explain: 'Everything that somebody owes and whose last day has passed.',
  },
  unreachable: {
    name: 'Cannot be reached in Teams',
    explain:
      'Employees whom the bot cannot write to, or did not reach about something that is still open. They must be told in another way.',
  },
  procedureCoverage: {
    name: 'Local procedures in place',
    explain: 'Of the procedures that every centre must have: how many are in force and reviewed in time.',
  },
  proceduresInForce: {
    name: 'Procedures and guidelines',
    explain: 'How many procedures and guidelines are in force.',
  },
  procedureReviewsLate: {
    name: 'Procedures past their review',
    explain: 'Procedures and guidelines whose day of review has passed.',
  },
  risks: {
    name: 'Risks',
    explain: 'How many risks the register holds.',
  },
  risksWorst: {
    name: 'Risks at the highest level',
    explain: 'Risks that stand at the highest level of the scale with the controls in place.',
  },
  risksSecond: {
    name: 'Risks at the second highest level',
    explain: 'Risks that stand at the second highest level of the scale with the controls in place.',
  },
  assetsAssessed: {
    name: 'Assets with a risk assessment',
    explain: 'Of the systems and work processes in use that must be risk-assessed: how many are.',
  },
  assessmentsLate: {
    name: 'Overdue risk assessments',
    explain: 'Systems and work processes that should have been assessed again.',
  },
  treatmentsLate: {
    name: 'Overdue treatments',
    explain: 'Actions against risks whose last day has passed.',
  },
  acceptancesOver: {
    name: 'Acceptances that ran out',
    explain: 'Risks that somebody accepted until a day that has passed.',
  },
  risksUntreated: {
    name: 'Risks without a treatment',
    explain: 'Risks for which nobody has chosen what to do.',
  },
  'standard-iso27001': {
    name: 'ISO 27001 met',
    explain: 'Of the requirements of ISO 27001 that apply: how many are met.',
  },
  'standard-iso27001-a': {
    name: 'ISO 27001 Annex A met',
    explain: 'Of the requirements of Annex A that apply: how many are met.',
  },
  'standard-gdpr': {
    name: 'GDPR met',
    explain: 'Of the requirements of the GDPR that apply: how many are met.',
  },
  'standard-nis2': {
    name: 'NIS 2 met',
    explain: 'Of the requirements of NIS 2 that apply: how many are met.',
  },
  'standard-nsis': {
    name: 'NSIS met',
    explain: 'Of the requirements of NSIS that apply: how many are met.',
  },
  controlsLate: {
    name: 'Controls past their review',
    explain: 'Running controls whose day of review has passed.',
  },
  vital: {
    name: 'Vital systems and work processes',
    explain: 'What critical services to citizens cannot do without.',
  },
  vitalWithPlan: {
    name: 'Vital with an emergency procedure',
    explain:
      'Of what is vital: how much has an emergency procedure, in force and reviewed in time, in every centre that uses it.',
  },
  vitalRestorable: {
    name: 'Vital with a restore plan',
    explain: 'Of the vital systems: how many have a plan for running again.',
  },
  vitalTested: {
    name: 'Vital with a tested plan',
    explain: 'Of what is vital: how much has plans that were all tested in time and passed.',
  },
  vitalInTime: {
    name: 'Recovered in time when tested',
    explain: 'Of what is vital and was measured: how much ran again within the time it may be down.',
  },
  vitalWithGaps: {
    name: 'Vital with gaps',
    explain: 'Vital systems and work processes that lack something.',
  },
  downtimes: {
    name: 'Downtimes this year',
    explain: 'Downtimes that began this year. False alarms are not counted.',
  },
  downtimesKept: {
    name: 'Downtimes over in time',
    explain: 'Of the downtimes of this year that are closed: how many lasted no longer than accepted.',
  },
  improvementsLate: {
    name: 'Overdue improvements',
    explain: 'Improvements after tests, downtimes and inspections whose last day has passed.',
  },
  inspectionsHeld: {
    name: 'Inspections held',
    explain: 'Of the inspections that were due this year until today: how many were held.',
  },
  findingsOpen: {
    name: 'Open findings',
    explain: 'Findings of inspections that are not closed.',
  },
  findingsLate: {
    name: 'Findings without action in time',
    explain: 'Findings whose action is missing or overdue.',
  },
  wheelDone: {
    name: 'Annual wheel: done',
    explain: 'Of the tasks of the wheel that were due this year until today: how many are done.',
  },
  wheelLate: {
    name: 'Annual wheel: overdue',
    explain: 'Tasks of the wheel whose last day has passed.',
  },
  wheelMissed: {
    name: 'Annual wheel: missed',
    explain: 'Tasks of the wheel that are more than 60 days late.',
  },
  wheelDoneLate: {
    name: 'Annual wheel: done late',
    explain: 'Tasks of this year that were done after their last day.',
  },
  wheelCancelled: {
    name: 'Annual wheel: cancelled',
    explain: 'Tasks of this year until today that somebody cancelled.',
  },
  networkAttendance: {
    name: 'Attendance of the network',
    explain: 'Of those invited to the meetings of the network in the last year: how many came.',
  },
  approvalsWaiting: {
    name: 'Waiting for a decision',
    explain: 'What was sent for approval and is not decided.',
  },
  approvalsLate: {
    name: 'Overdue decisions',
    explain: 'What should have been decided by a day that has passed.',
  },
  approvalDays: {
    name: 'Days until a decision',
    explain: 'How many days it takes on average from when something is sent until it is decided. The last year.',
  },
  measuresAsked: {
    name: 'Measures: asked for',
    explain: 'What all measures that were sent for approval cost in their first year.',
  },
  measuresApproved: {
    name: 'Measures: approved',
    explain: 'What the approved measures cost in their first year.',
  },
  measuresSpent: {
    name: 'Measures: carried out',
    explain: 'What the measures that are carried out cost in their first year, as they were approved.',
  },
  measuresUnfunded: {
    name: 'Measures: without funding',
    explain: 'What the measures that wait for a decision or were sent back cost in their first year.',
  },
  peopleWithoutCentre: {
    name: 'Employees without a centre',
    explain: 'Employees whom no centre claims, so that no ISK or centre manager follows them up.',
  },
  centresWithoutIsk: {
    name: 'Centres without an ISK',
    explain: 'Centres in which nobody is ISK today.',
  },
  incidents: {
    name: 'Incidents this year',
    explain: 'Incidents that somebody told of this year.',
  },
  incidentsOpen: {
    name: 'Open incidents',
    explain: 'Incidents that are not closed.',
  },
  incidentHours: {
    name: 'Hours until somebody takes it',
    explain: 'How many hours it takes on average from when an incident is told until somebody takes it. This year.',
  },
};
