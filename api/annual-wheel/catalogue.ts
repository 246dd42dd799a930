import type { AssignableRole } from '../kernel/index.ts';
import type { Revision } from './activity-list.ts';
import type { TextGroups } from '../texts/catalogue.ts';

/** An activity of a municipality's year. Texts under `wheelCatalogue.<key>`. */
export interface CatalogueEntry {
  key: TextGroups<'wheelCatalogue'>;
  /** Demands of docs/domain.md, clauses and controls of ISO 27001:2022, articles of GDPR and NIS2. */
  source: string;
  role: AssignableRole;
  scope: Revision['scope'];
  rule: string;
  basis: Revision['basis'];
  /** Usual month and day; at most the 28th, so that every month has it. */
  usual: { month: number; day: number };
  leadDays: number;
  /** Text keys of its steps. */
  steps: readonly string[];
  /** Requires evidence. */
  evidence: boolean;
}

type Place = Pick<CatalogueEntry, 'role' | 'scope'>;
const by = (role: AssignableRole): Place => ({ role, scope: 'organisation' });
const inCentres = (role: 'centreManager' | 'coordinator'): Place => ({ role, scope: 'centres' });

type Time = Pick<CatalogueEntry, 'rule' | 'basis' | 'usual'>;
const comes = (rule: string, month: number, day: number, basis: Revision['basis'] = 'calendar'): Time => ({
  rule,
  basis,
  usual: { month, day },
});
const yearly = (month: number, day: number): Time => comes('FREQ=YEARLY', month, day);
const halfYearly = (month: number, day: number): Time => comes('FREQ=MONTHLY;INTERVAL=6', month, day);
const quarterly = (month: number, day: number): Time => comes('FREQ=MONTHLY;INTERVAL=3', month, day);

const entry = (
  key: CatalogueEntry['key'],
  source: string,
  place: Place,
  time: Time,
  rest: { leadDays: number; steps?: readonly string[]; evidence?: boolean },
): CatalogueEntry => ({ key, source, ...place, ...time, steps: [], evidence: false, ...rest });

/** A municipality's year, by subject: governing, risks, contingency, people, daily work. */
export const catalogue: readonly CatalogueEntry[] = [
  entry('policyReview', 'R10, R12, ISO 27001 5.2', by('securityCommittee'), yearly(9, 15), {
    leadDays: 45,
    steps: ['collect', 'write', 'hear', 'recommend'],
    evidence: true,
  }),
  entry('policyManagementApproval', 'R10, ISO 27001 5.1', by('corporateManagement'), yearly(10, 20), {
    leadDays: 30,
    steps: ['agenda', 'decide'],
    evidence: true,
  }),
  entry('policyCouncilApproval', 'R10, ISO 27001 5.1', by('cityCouncil'), yearly(11, 20), {
    leadDays: 30,
    steps: ['case', 'decide', 'record'],
    evidence: true,
  }),
  entry('policyCommunication', 'R9, ISO 27001 7.3', by('ciso'), yearly(12, 1), {
    leadDays: 14,
    steps: ['publish', 'tell', 'follow'],
  }),
  entry('implementationPlan', 'R10, R12, ISO 27001 6.2', by('securityCommittee'), yearly(12, 10), {
    leadDays: 30,
    steps: ['evaluate', 'plan', 'share'],
    evidence: true,
  }),
  entry('wheelReview', 'R12', by('securityCommittee'), yearly(11, 25), { leadDays: 30, steps: ['evaluate', 'change'] }),
  entry('guidelineReview', 'R12, ISO 27001 A.5.1', by('securityTeam'), yearly(10, 1), {
    leadDays: 30,
    steps: ['read', 'write', 'tell'],
  }),
  entry('committeeMeeting', 'R12', by('securityCommittee'), comes('FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH', 3, 1), {
    leadDays: 14,
    steps: ['agenda', 'meet', 'minutes'],
    evidence: true,
  }),
  entry('teamStatus', 'R14, ISO 27001 9.1', by('securityTeam'), comes('FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH', 3, 1), {
    leadDays: 14,
    steps: ['numbers', 'write'],
    evidence: true,
  }),
  entry('yearlyReport', 'R12, ISO 27001 9.1', by('securityCommittee'), yearly(1, 25), {
    leadDays: 30,
    steps: ['numbers', 'write', 'approve'],
    evidence: true,
  }),
  entry('executiveFollowUp', 'R11', by('executiveBoard'), yearly(2, 15), {
    leadDays: 21,
    steps: ['read', 'decide'],
    evidence: true,
  }),
  entry('councilInformation', 'R11', by('executiveBoard'), yearly(3, 10), {
    leadDays: 21,
    steps: ['write', 'inform'],
    evidence: true,
  }),
  entry('managementFollowUp', 'R13, ISO 27001 7.1', by('corporateManagement'), yearly(3, 20), {
    leadDays: 21,
    steps: ['status', 'resources', 'measures'],
    evidence: true,
  }),
  entry('managementReview', 'R11, ISO 27001 9.3, NIS2 art. 20', by('executiveBoard'), yearly(4, 20), {
    leadDays: 30,
    steps: ['inputs', 'review', 'decide'],
    evidence: true,
  }),
  entry('appointmentCheck', 'R11, ISO 27001 5.3', by('executiveBoard'), yearly(1, 15), {
    leadDays: 21,
    steps: ['committee', 'ciso'],
  }),
  entry('coordinatorCheck', 'R16, ISO 27001 A.5.2', by('securityTeam'), halfYearly(2, 1), { leadDays: 14 }),
  entry('statementOfApplicability', 'R3, ISO 27001 6.1.3', by('ciso'), yearly(8, 25), {
    leadDays: 30,
    steps: ['controls', 'reasons', 'approve'],
    evidence: true,
  }),
  entry('internalAudit', 'R2, ISO 27001 9.2', by('ciso'), yearly(5, 28), {
    leadDays: 45,
    steps: ['plan', 'carryOut', 'report', 'follow'],
    evidence: true,
  }),
  entry('centreRiskReview', 'R1, R2, ISO 27001 8.2, GDPR art. 32', inCentres('centreManager'), yearly(3, 27), {
    leadDays: 45,
    steps: ['processes', 'assess', 'plan'],
    evidence: true,
  }),
  entry('systemRiskReview', 'R1, R2, ISO 27001 8.2, NIS2 art. 21', by('securityTeam'), yearly(4, 10), {
    leadDays: 45,
    steps: ['systems', 'assess', 'report'],
    evidence: true,
  }),
  entry('treatmentFollowUp', 'R1, R2, ISO 27001 8.3', by('securityTeam'), quarterly(1, 28), {
    leadDays: 14,
    steps: ['status', 'late'],
  }),
  entry('impactAssessments', 'R2, GDPR art. 35', by('securityTeam'), yearly(6, 20), {
    leadDays: 30,
    steps: ['list', 'update'],
  }),
  entry('inspection', 'R2, R16, ISO 27001 A.5.36', inCentres('coordinator'), yearly(10, 5), {
    leadDays: 30,
    steps: ['prepare', 'visit', 'write', 'follow'],
    evidence: true,
  }),
  entry('recordsOfProcessing', 'R2, GDPR art. 30', inCentres('coordinator'), yearly(9, 1), {
    leadDays: 30,
    steps: ['read', 'correct'],
  }),
  entry('processorOversight', 'R2, GDPR art. 28', by('securityTeam'), yearly(6, 10), {
    leadDays: 30,
    steps: ['choose', 'ask', 'judge'],
    evidence: true,
  }),
  entry('supplierReview', 'R2, ISO 27001 A.5.22, NIS2 art. 21', by('securityTeam'), yearly(9, 25), {
    leadDays: 30,
    steps: ['choose', 'judge'],
  }),
  entry('contingencyOverview', 'R4, ISO 27001 A.5.29', by('ciso'), yearly(2, 25), {
    leadDays: 30,
    steps: ['systems', 'downtime', 'approve'],
    evidence: true,
  }),
  entry(
    'contingencyTest',
    'R5, R6, ISO 27001 A.5.30',
    inCentres('coordinator'),
    comes('FREQ=YEARLY', 5, 20, 'lastDone'),
    {
      leadDays: 45,
      steps: ['plan', 'test', 'learn'],
      evidence: true,
    },
  ),
  entry('restoreTest', 'R6, ISO 27001 A.8.13', by('securityTeam'), comes('FREQ=MONTHLY;INTERVAL=6', 3, 5, 'lastDone'), {
    leadDays: 14,
    steps: ['choose', 'restore', 'compare'],
    evidence: true,
  }),
  entry(
    'incidentDrill',
    'R6, ISO 27001 A.5.24, GDPR art. 33, NIS2 art. 23',
    by('ciso'),
    comes('FREQ=YEARLY', 6, 5, 'lastDone'),
    {
      leadDays: 30,
      steps: ['plan', 'play', 'learn'],
      evidence: true,
    },
  ),
  entry('courseOpens', 'R8, GDPR art. 39', by('securityTeam'), yearly(2, 5), {
    leadDays: 21,
    steps: ['content', 'open', 'tell'],
  }),
  entry('courseCentreFollowUp', 'R8, R15', inCentres('centreManager'), yearly(4, 15), { leadDays: 21 }),
  entry('courseCloses', 'R8, ISO 27001 7.2', by('securityTeam'), yearly(5, 5), {
    leadDays: 14,
    steps: ['close', 'report'],
    evidence: true,
  }),
  entry('newEmployees', 'R8, R9, ISO 27001 A.6.3', inCentres('coordinator'), quarterly(1, 20), { leadDays: 14 }),
  entry('networkMeeting', 'R16', by('securityTeam'), comes('FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', 2, 1), {
    leadDays: 21,
    steps: ['agenda', 'meet', 'minutes'],
    evidence: true,
  }),
  entry('centreMeeting', 'R7, R15', inCentres('centreManager'), halfYearly(5, 15), { leadDays: 30 }),
  entry('procedureReview', 'R16, ISO 27001 7.5', inCentres('coordinator'), yearly(11, 5), {
    leadDays: 30,
    steps: ['read', 'write', 'tell'],
  }),
  entry('centreAccessReview', 'R15, ISO 27001 A.5.18, GDPR art. 32', inCentres('centreManager'), halfYearly(6, 1), {
    leadDays: 21,
    steps: ['list', 'remove'],
  }),
  entry('privilegedAccessReview', 'ISO 27001 A.8.2, NIS2 art. 21', by('securityTeam'), quarterly(3, 12), {
    leadDays: 14,
    steps: ['list', 'remove'],
    evidence: true,
  }),
  entry('logReview', 'ISO 27001 A.8.15, GDPR art. 32', by('securityTeam'), comes('FREQ=MONTHLY;BYDAY=1MO', 1, 1), {
    leadDays: 7,
  }),
];
