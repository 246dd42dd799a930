import { ApprovalRequests } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { stableKey, type LocalDate, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { People, RoleAssignments } from '../organisation/index.ts';
import { appointedRoles, type AppointedRole } from './contract.ts';
import { AppointmentProposals } from './proposal-list.ts';
import { appointmentsPath, proposalPath } from './proposal.ts';
import { coverNow, proposalUnderWay } from './running-out.ts';

/** Who prepares the next one: the CISO for the committee, and Direktionen for the CISO (R11). */
const preparer = { securityCommittee: 'ciso', ciso: 'executiveBoard' } as const satisfies Record<AppointedRole, string>;

/**
 * A new decision is owed by the last day of an expiring appointment, also afterwards, since the role is then vacant.
 * Once Direktionen is asked it is the members' vote.
 */
function renewals(context: Context, today: LocalDate): SharedWork[] {
  return appointedRoles.flatMap((role): SharedWork[] => {
    const { owed } = coverNow(context, role, today);
    if (!owed) return [];
    const underWay = proposalUnderWay(context, role);
    return [
      {
        key: stableKey('appoint', role, owed.due),
        kind: 'renewAppointment',
        due: owed.due,
        since: owed.since,
        subject: { key: role, title: context.texts('da')(`roles.${role}`) },
        path: underWay ? proposalPath(underWay.proposal.key) : `${appointmentsPath}/new?role=${role}`,
        state: underWay?.state === 'waiting' ? 'done' : 'open',
        responsible: { role: preparer[role] },
      },
    ];
  });
}

export const renewAppointmentSource: SharedSource = {
  kinds: ['renewAppointment'],
  lists: [People, RoleAssignments, AppointmentProposals, ApprovalRequests],
  work: renewals,
};
