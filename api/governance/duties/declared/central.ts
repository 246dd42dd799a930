import { Advice, adviceReaders } from '../../../advice/index.ts';
import { NetworkMeetings, WheelPlans } from '../../../annual-wheel/index.ts';
import { Agendas, ApprovalRequests } from '../../../approvals/index.ts';
import type { Context } from '../../../context.ts';
import { inspectionPath, Inspections, mayReadInspection } from '../../../inspections/index.ts';
import { holds, localDate } from '../../../kernel/index.ts';
import { People, RoleAssignments } from '../../../organisation/index.ts';
import { PolicyComments, policySubject, PolicyVersions } from '../../../policy/index.ts';
import { Procedures, ProcedureVersions } from '../../../procedures/index.ts';
import { reportApproval } from '../../../reports/index.ts';
import { acceptanceSubject } from '../../../risks/index.ts';
import { StatusReports } from '../../../status-reports/index.ts';
import { duty, type Duty, type Evidence } from '../duty.ts';
import { approvalLists, decisions, done, doneAs, isApproved, wheelLists } from '../records.ts';
import { agendas, guidelines, heard, planned, plans, versionPath } from './central-evidence.ts';

/** Informationssikkerhedsudvalget (R10, R12). */
export const committeeDuties: readonly Duty[] = [
  duty({
    key: 'committeePreparesPolicy',
    body: 'securityCommittee',
    source: 'R10, R12',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'securityCommittee', policySubject, isApproved),
  }),
  duty({
    key: 'committeeKeepsWheel',
    body: 'securityCommittee',
    source: 'R12',
    every: 12,
    lists: wheelLists,
    of: done('wheelReview'),
  }),
  duty({
    key: 'committeePlans',
    body: 'securityCommittee',
    source: 'R10, R12',
    every: 12,
    lists: [...wheelLists, WheelPlans],
    of: (context) => [...done('implementationPlan')(context), ...plans(context)],
  }),
  duty({
    key: 'committeeFollowsPlan',
    body: 'securityCommittee',
    source: 'R12',
    every: 6,
    lists: [...wheelLists, WheelPlans],
    of: planned,
  }),
  duty({
    key: 'committeeGuidelines',
    body: 'securityCommittee',
    source: 'R12',
    every: 12,
    lists: [...wheelLists, ApprovalRequests, Procedures, ProcedureVersions],
    of: (context) => [...done('guidelineReview')(context), ...guidelines(context)],
  }),
  duty({
    key: 'committeeReports',
    body: 'securityCommittee',
    source: 'R12',
    every: 12,
    lists: [...wheelLists, ApprovalRequests],
    of: (context) => [
      ...done('yearlyReport')(context),
      ...decisions(context, 'securityCommittee', reportApproval.kind, isApproved),
    ],
  }),
  duty({
    key: 'committeeInvolvesCentres',
    body: 'securityCommittee',
    source: 'R12',
    every: 12,
    lists: [PolicyComments, PolicyVersions, RoleAssignments, People],
    of: heard,
  }),
  duty({
    key: 'committeeMeets',
    body: 'securityCommittee',
    source: 'R12',
    every: 3,
    lists: [...wheelLists, Agendas],
    of: (context) => [...done('committeeMeeting')(context), ...agendas('closedAt')(context)],
  }),
  duty({
    key: 'committeeDecidesRisks',
    body: 'securityCommittee',
    source: 'R1, R2',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'securityCommittee', acceptanceSubject),
  }),
];

const published = (context: Context): Evidence[] =>
  context
    .list(PolicyVersions)
    .all()
    .flatMap(({ key, title, number, publishedAt }) =>
      publishedAt === undefined
        ? []
        : [{ on: localDate(publishedAt), title: `${title} ${number}`, path: versionPath(key) }],
    );

const inspected = (context: Context): Evidence[] =>
  context
    .list(Inspections)
    .all()
    .flatMap((inspection) => {
      const { key, title, closedAt } = inspection;
      if (closedAt === undefined) return [];
      const opens: Evidence['opens'] = (now, actor) => mayReadInspection(now, actor, inspection);
      return [{ on: localDate(closedAt), title, path: inspectionPath(key), opens }];
    });

const reported = (context: Context): Evidence[] =>
  context
    .list(StatusReports)
    .all()
    .map(({ key, title, madeAt }) => ({
      on: localDate(madeAt),
      title,
      path: `/approvals/status-reports/${encodeURIComponent(key)}`,
    }));

/** Question and answer are in the log only. */
const advised = (context: Context): Evidence[] =>
  context
    .list(Advice)
    .all()
    .map(({ at }) => ({
      on: localDate(at),
      title: { text: 'governanceDocuments.advice', values: {} },
      path: '/figures/team',
      opens: (_now, actor) => holds(actor, ...adviceReaders),
    }));

const met = (context: Context): Evidence[] =>
  context
    .list(NetworkMeetings)
    .all()
    .filter(({ cancelledAt }) => cancelledAt === undefined)
    .map(({ key, on, title }) => ({ on, title, path: `/wheel/meetings/${encodeURIComponent(key)}` }));

/** The CISO, the team and the coordinators' network (R2, R3, R9, R10, R14, R16). */
export const centralDuties: readonly Duty[] = [
  duty({
    key: 'cisoPublishesPolicy',
    body: 'ciso',
    source: 'R9, R10',
    every: 12,
    lists: [PolicyVersions],
    of: published,
  }),
  duty({
    key: 'cisoStatement',
    body: 'ciso',
    source: 'R3',
    every: 12,
    lists: wheelLists,
    of: done('statementOfApplicability'),
  }),
  duty({
    key: 'cisoAudits',
    body: 'ciso',
    source: 'R2',
    every: 12,
    lists: wheelLists,
    of: done('internalAudit'),
  }),
  duty({
    key: 'teamSupportsCommittee',
    body: 'securityTeam',
    source: 'R14',
    every: 3,
    lists: [Agendas],
    of: agendas('sentAt'),
  }),
  duty({
    key: 'teamReports',
    body: 'securityTeam',
    source: 'R14',
    every: 3,
    lists: [...wheelLists, StatusReports],
    of: (context) => [...done('teamStatus')(context), ...reported(context)],
  }),
  duty({
    key: 'teamAdvises',
    body: 'securityTeam',
    source: 'R14',
    every: 3,
    lists: [Advice],
    of: advised,
  }),
  duty({
    key: 'teamCarriesOut',
    body: 'securityTeam',
    source: 'R14',
    every: 3,
    lists: wheelLists,
    of: doneAs('securityTeam'),
  }),
  duty({
    key: 'teamInspects',
    body: 'securityTeam',
    source: 'R2',
    every: 12,
    lists: [Inspections],
    of: inspected,
  }),
  duty({
    key: 'networkMeets',
    body: 'network',
    source: 'R16',
    every: 6,
    lists: [NetworkMeetings],
    of: met,
  }),
];
