import type { Context } from '../context.ts';
import { forbidden, invalid, missing, nowOf, todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { appointmentState } from './appointment.ts';
import { hasLeft } from './people.ts';
import { mayNameDeputy } from './permissions.ts';
import { recordAppointment } from './record-appointment.ts';
import { refusedBy } from './refused-by.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

/**
 * Sets or removes the deputy for a role during its holder's leave (R10, R12). The deputy then votes, as the receipt
 * says. A repeat is a success. 4 resource units. Throws AppError: missing `organisation.noSuchAssignment`, forbidden
 * `mayNotNameDeputy` `ownDeputy`, invalid `deputyIsHolder` `unknownPerson`, conflict `hasEnded`.
 */
export async function nameDeputy(
  context: Context,
  actor: Actor,
  { key, deputyId }: { key: string; deputyId?: PersonId | undefined },
): Promise<Stored<RoleAssignment>> {
  const list = context.list(RoleAssignments);
  const known = list.get(key);
  if (!known) throw missing('organisation.noSuchAssignment');
  if (!mayNameDeputy(actor, known)) throw forbidden('organisation.mayNotNameDeputy');
  if (deputyId !== undefined && deputyId !== known.deputyId) checkDeputy(context, actor, known, deputyId);
  const today = todayOf(context.clock);
  const named = await list.update(key, (current) => {
    if (current.deputyId === deputyId) return undefined;
    if (appointmentState(current, today) === 'ended')
      throw refusedBy(context, 'organisation.hasEnded', current.endedBy, current.endedAt);
    return { deputyId, deputyBy: actor.personId, deputyAt: nowOf(context.clock) };
  });
  await recordAppointment(context, named);
  return named;
}

/** People cannot appoint themselves, nor the holder be the deputy. */
function checkDeputy(context: Context, actor: Actor, { personId }: RoleAssignment, deputyId: PersonId): void {
  if (deputyId === personId) throw invalid('organisation.deputyIsHolder', { field: 'personId' });
  if (deputyId === actor.personId) throw forbidden('organisation.ownDeputy');
  if (hasLeft(context, deputyId)) throw invalid('organisation.unknownPerson', { field: 'personId' });
}
