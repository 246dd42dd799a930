import { allProposals, AppointmentProposals, appointmentsPath, decidedOn } from '../../../appointments/index.ts';
import { ApprovalRequests } from '../../../approvals/index.ts';
import type { Context } from '../../../context.ts';
import { measureSubject } from '../../../measures/index.ts';
import { policySubject } from '../../../policy/index.ts';
import { handedOnTo, reportApproval, YearlyReports } from '../../../reports/index.ts';
import { CouncilOrientations } from '../../orientation/orientation-list.ts';
import { orientationsSent } from '../../orientation/orientations.ts';
import { duty, type Duty, type Evidence } from '../duty.ts';
import { approvalLists, decisions, done, isApproved, wheelLists } from '../records.ts';

/** Direktionen's decisions about a role, each for its period. */
const appointed =
  (role: 'securityCommittee' | 'ciso') =>
  (context: Context): Evidence[] => {
    const title = { text: `documents.appointments.title.${role}` as const, values: {} };
    return allProposals(context).flatMap((known) => {
      const on = decidedOn(known);
      const { proposal } = known;
      if (on === undefined || proposal.role !== role) return [];
      return [{ on, from: proposal.startsOn, until: proposal.endsOn, title, path: appointmentsPath }];
    });
  };
const appointmentLists = [AppointmentProposals, ApprovalRequests] as const;

/** Yearly reports that Byrådet was informed of. */
const reportsSent = (context: Context): Evidence[] =>
  handedOnTo(context, 'cityCouncil').map(({ opens, ...shown }) => ({
    ...shown,
    opens: (_context, actor) => opens(actor),
  }));

/** Byrådet, Direktionen and Koncernledelsen (R10, R11, R13; NIS 2-loven § 7). */
export const managementDuties: readonly Duty[] = [
  duty({
    key: 'councilApprovesPolicy',
    body: 'cityCouncil',
    source: 'R10',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'cityCouncil', policySubject, isApproved),
  }),
  duty({
    key: 'boardAppointsCommittee',
    body: 'executiveBoard',
    source: 'R11',
    every: 'appointment',
    lists: appointmentLists,
    of: appointed('securityCommittee'),
  }),
  duty({
    key: 'boardAppointsCiso',
    body: 'executiveBoard',
    source: 'R11',
    every: 'appointment',
    lists: appointmentLists,
    of: appointed('ciso'),
  }),
  duty({
    key: 'boardFollowsUp',
    body: 'executiveBoard',
    source: 'R11, § 7',
    every: 12,
    lists: [...wheelLists, ...approvalLists],
    of: (context) => [
      ...done('executiveFollowUp', 'managementReview')(context),
      ...decisions(context, 'executiveBoard', reportApproval.kind, isApproved),
    ],
  }),
  duty({
    key: 'boardInformsCouncil',
    body: 'executiveBoard',
    source: 'R11',
    every: 12,
    lists: [...wheelLists, ...approvalLists, CouncilOrientations, YearlyReports],
    of: (context) => [...done('councilInformation')(context), ...orientationsSent(context), ...reportsSent(context)],
  }),
  duty({
    key: 'managementApprovesPolicy',
    body: 'corporateManagement',
    source: 'R10',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'corporateManagement', policySubject, isApproved),
  }),
  duty({
    key: 'managementFollowsUp',
    body: 'corporateManagement',
    source: 'R13',
    every: 12,
    lists: wheelLists,
    of: done('managementFollowUp'),
  }),
  duty({
    key: 'managementFunds',
    body: 'corporateManagement',
    source: 'R13',
    every: 12,
    lists: approvalLists,
    of: (context) => decisions(context, 'corporateManagement', measureSubject),
  }),
];
