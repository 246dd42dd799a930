import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate } from '../kernel/index.ts';
import { findPerson, RoleAssignments, type RoleAssignment } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { AppointedRole } from './contract.ts';
import { isEditable } from './proposal.ts';
import { allProposals, type KnownProposal } from './proposals.ts';

/** Calendar days before the last day from which a new decision is owed: Direktionen meets every other week at most. */
const renewWithin = 60;

/** A role's coverage by decisions, as known on a day. */
export interface Cover {
  /** Last day held by a decision; absent without any. */
  until?: LocalDate;
  /** A new decision is due, and owed since. */
  owed?: { due: LocalDate; since: LocalDate };
}

/**
 * When a role given by Direktionen expires (R11). A later decision extends it without a gap. A role without decisions
 * never expires: it is shown as without an appointment.
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

/** Assignments of a role, of all holders. From memory. */
export const assignmentsTo = (context: Context, role: AppointedRole): readonly Stored<RoleAssignment>[] =>
  context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.role === role);

/** The same as of a day: a period ends with its holder's leaving. From memory. */
export const coverNow = (context: Context, role: AppointedRole, today = todayOf(context.clock)): Cover =>
  coverOf(
    assignmentsTo(context, role).map((assignment) => {
      const leftOn = findPerson(context, assignment.personId)?.leftOn;
      const { endsOn } = assignment;
      if (leftOn === undefined || leftOn > today || endsOn === undefined || endsOn < leftOn) return assignment;
      return { ...assignment, endsOn: addDays(leftOn, -1) };
    }),
    today,
  );

/** An open proposal for the next period. */
export const proposalUnderWay = (context: Context, role: AppointedRole): KnownProposal | undefined =>
  allProposals(context).find(
    ({ proposal, state }) => proposal.role === role && (isEditable(state) || state === 'waiting'),
  );
