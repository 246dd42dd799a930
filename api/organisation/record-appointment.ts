import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import type { PersonId } from '../kernel/index.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

/** Audits who recorded and who ended the appointment. Idempotent. */
export async function recordAppointment(context: Context, assignment: RoleAssignment): Promise<void> {
  const { key, personId, role, centreId = null, startsOn, endsOn = null, deputyId = null } = assignment;
  const act = async (
    name: string,
    actorId: PersonId | undefined,
    at: RoleAssignment['endedAt'],
    occasion?: string,
    more = {},
  ) => {
    if (actorId === undefined || at === undefined) return;
    const details = { personId, role, centreId, startsOn, endsOn, ...more };
    const about = { act: name, subjectKey: key, actorId, at, details };
    await recordAct(context, occasion === undefined ? about : { ...about, occasion });
  };
  await act('assignRole', assignment.appointedBy, assignment.appointedAt);
  await act('endRole', assignment.endedBy, assignment.endedAt, assignment.endedAt);
  await act('nameDeputy', assignment.deputyBy, assignment.deputyAt, assignment.deputyAt, { deputyId });
}

/** Completes the audit trail after a crash. No Graph call when it is complete. */
export async function continueAppointments(context: Context): Promise<void> {
  const each = eachItem(context, 'appointments');
  await each.of(context.list(RoleAssignments).all(), (assignment) => recordAppointment(context, assignment));
  each.end();
}
