import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate } from '../kernel/index.ts';
import { RoleAssignments, type RoleAssignment } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { AppointedRole } from './contract.ts';
import { allProposals, type KnownProposal } from './proposals.ts';

/** Calendar days before the last day from which a new decision is owed: Direktionen meets every other week at most. */
export const renewWithin = 60;

/** The days that a role is covered by decisions, as one can see it on a day. */
export interface Cover {
  /** The last day that somebody has the role by a decision; absent when nobody ever had. */
  until?: LocalDate;
  /** A new decision is owed by its day, since so many days before. */
  owed?: { due: LocalDate; since: LocalDate };
}

/**
 * When a role that Direktionen gives runs out (R11). A decision that begins later carries it on when no day is between. What
 * was never decided runs out on no day: it is shown as without an appointment.
 */
export function coverOf(
  appointed: readonly Pick<RoleAssignment, 'startsOn' | 'endsOn' | 'decisionKey'>[],
  today: LocalDate,
): Cover {
  const spans = appointed
    .flatMap(({ startsOn, endsOn, decisionKey }) =>
      decisionKey === undefined || endsOn === undefined || endsOn < startsOn ? [] : [{ startsOn, endsOn }],
    )
    .sort((one, other) => one.startsOn.localeCompare(other.startsOn));
  const begun = spans.filter(({ startsOn }) => startsOn <= today);
  let until = begun.reduce<LocalDate | undefined>(
    (found, { endsOn }) => (found === undefined || endsOn > found ? endsOn : found),
    undefined,
  );
  if (until === undefined) return {};
  for (const { startsOn, endsOn } of spans) if (startsOn <= addDays(until, 1) && endsOn > until) until = endsOn;
  const since = addDays(until, -renewWithin);
  return { until, ...(today < since ? {} : { owed: { due: until, since } }) };
}

/** Assignments of a role, whoever has it. From memory. */
export const assignmentsTo = (context: Context, role: AppointedRole): readonly Stored<RoleAssignment>[] =>
  context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.role === role);

export const coverNow = (context: Context, role: AppointedRole): Cover =>
  coverOf(assignmentsTo(context, role), todayOf(context.clock));

/** A proposal for the time after, that somebody works on. */
export const proposalUnderWay = (context: Context, role: AppointedRole): KnownProposal | undefined =>
  allProposals(context).find(
    ({ proposal, state }) => proposal.role === role && state !== 'decided' && state !== 'rejected',
  );
