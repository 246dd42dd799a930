import type { Context } from '../context.ts';
import {
  addDays,
  stableKey,
  todayOf,
  type AssignableRole,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { appointmentsTurn, isWithdrawn } from './appointment.ts';
import { endedByDecision } from './bring-back-ended.ts';
import { recordAppointment } from './record-appointment.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

export interface DecidedRoles {
  /** The decision's key: stable over repeats. */
  decisionKey: string;
  role: AssignableRole;
  /** All members from the first day on. */
  members: readonly { personId: PersonId; chair: boolean }[];
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** Who recorded the decision, and when. */
  by: PersonId;
  at: Instant;
}

/**
 * Gives a role of the whole organisation to exactly these people, as a body decided (R11). A current holder without a
 * decision retains the first day and gets the decision; one by an earlier decision gets a new appointment; all others
 * end the day before, but not earlier than yesterday: past appointments stay, and `bringBackEnded` undoes it.
 * Idempotent. 4 resource units a person.
 */
export async function giveDecidedRoles(context: Context, decided: DecidedRoles): Promise<void> {
  const list = context.list(RoleAssignments);
  const { decisionKey, role, members, startsOn, endsOn, by, at } = decided;
  const today = todayOf(context.clock);
  const eve = addDays(startsOn, -1);
  const yesterday = addDays(today, -1);
  const lastDay = eve > yesterday ? eve : yesterday;
  const isLeft = (one: RoleAssignment) =>
    one.role === role &&
    !isWithdrawn(one) &&
    one.startsOn <= endsOn &&
    (one.endsOn === undefined || one.endsOn > lastDay);
  const done: Stored<RoleAssignment>[] = [];

  for (const member of members)
    done.push(...(await oneAtATime(context, appointmentsTurn(member.personId), () => seat(context, decided, member))));
  for (const one of list.all().filter((known) => known.decisionKey !== decisionKey && isLeft(known)))
    done.push(
      await list.update(one.key, (current) =>
        isLeft(current)
          ? endedByDecision(current, decisionKey, { endsOn: lastDay, endedBy: by, endedAt: at })
          : undefined,
      ),
    );
  for (const assignment of done) await recordAppointment(context, assignment);
}

/** Gives a member the seat; none where an earlier run has. */
async function seat(
  context: Context,
  { decisionKey, role, startsOn, endsOn, by, at }: DecidedRoles,
  { personId, chair }: DecidedRoles['members'][number],
): Promise<Stored<RoleAssignment>[]> {
  const list = context.list(RoleAssignments);
  const adopted =
    startsOn > todayOf(context.clock)
      ? undefined
      : list.all().find((one) => isAdopted(one, { role, personId, chair, startsOn, endsOn }));
  if (adopted)
    return [
      await list.update(adopted.key, ({ decisionKey: known }) =>
        known === undefined ? { decisionKey, endsOn } : undefined,
      ),
    ];
  if (list.all().some((one) => one.personId === personId && one.decisionKey === decisionKey)) return [];
  const { record } = await list.create({
    key: stableKey('decided', decisionKey, personId),
    title: `${personId}: ${role}`.slice(0, 255),
    personId,
    role,
    chair,
    startsOn,
    endsOn,
    decisionKey,
    appointedBy: by,
    appointedAt: at,
  });
  return [record];
}

/** What runs on that day without a decision, with the same seat. */
const isAdopted = (
  one: RoleAssignment,
  {
    role,
    personId,
    chair,
    startsOn,
  }: Pick<DecidedRoles, 'role' | 'startsOn' | 'endsOn'> & { personId: PersonId; chair: boolean },
): boolean =>
  one.role === role &&
  one.personId === personId &&
  one.chair === chair &&
  one.decisionKey === undefined &&
  one.startsOn <= startsOn &&
  (one.endsOn === undefined || one.endsOn >= startsOn);
