import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { nowOf, type Instant, type PersonId } from '../kernel/index.ts';
import { giveDecidedRoles } from '../organisation/index.ts';
import { AppointmentProposals, type AppointmentProposal } from './proposal-list.ts';
import { allProposals } from './proposals.ts';

/** Who recorded the decision, and when. */
export interface Decided {
  by: PersonId;
  at: Instant;
}

/** Gives the roles of a decided proposal, then marks it. Idempotent. 4 resource units a role. */
export async function carryOutAppointment(
  context: Context,
  { key, role, members, startsOn, endsOn }: AppointmentProposal,
  { by, at }: Decided,
): Promise<void> {
  // Later manual changes stay.
  if (context.list(AppointmentProposals).get(key)?.carriedOutAt !== undefined) return;
  await giveDecidedRoles(context, { decisionKey: key, role, members, startsOn, endsOn, by, at });
  await context
    .list(AppointmentProposals)
    .update(key, ({ carriedOutAt }) =>
      carriedOutAt === undefined ? { carriedOutAt: nowOf(context.clock) } : undefined,
    );
}

/** Continues interrupted decisions of meetings; approvals continue their own. */
export async function continueDecidedAppointments(context: Context): Promise<void> {
  const left = allProposals(context).filter(({ proposal }) => proposal.meeting && proposal.carriedOutAt === undefined);
  const each = eachItem(context, 'appointments');
  await each.of(
    left.map(({ proposal }) => proposal),
    async (proposal) => {
      if (!proposal.meeting) return;
      const { by, at } = proposal.meeting;
      await carryOutAppointment(context, proposal, { by, at });
    },
  );
  each.end();
}
