import type { Context } from '../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  isCentreRole,
  nowOf,
  stableKey,
  type Actor,
  type AssignableRole,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import type { ListHandle, Stored } from '../sharepoint/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { appointmentsTurn, isWithdrawn, overlap } from './appointment.ts';
import { recordAppointment } from './record-appointment.ts';
import { Centres } from './centre-list.ts';
import { findPerson, isFormer } from './people.ts';
import { mayAssignRole } from './permissions.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

export interface AssignRole {
  personId: PersonId;
  role: AssignableRole;
  centreId?: CentreId;
  chair: boolean;
  startsOn: LocalDate;
  endsOn?: LocalDate;
}

/** The same appointment has the same key: a repeated press creates one. After withdrawn ones it has the next number. */
function assignmentKey(list: ListHandle<RoleAssignment>, { personId, role, centreId, startsOn }: AssignRole): string {
  const parts = [role, personId, ...(centreId === undefined ? [] : [centreId]), startsOn];
  const keyOf = (number: number) => stableKey(...parts, ...(number === 1 ? [] : [String(number)]));
  let number = 1;
  for (let known = list.get(keyOf(number)); known && isWithdrawn(known); known = list.get(keyOf(number))) number += 1;
  return keyOf(number);
}

const isSame = (known: RoleAssignment, { chair, endsOn }: AssignRole): boolean =>
  known.chair === chair && known.endsOn === endsOn;
const overlaps = () => conflict('organisation.overlaps', { field: 'startsOn' });

/**
 * Appoints a person to a role from a day on (R11). Self-appointment is refused. A repeat returns the existing one. 4
 * resource units. Throws AppError: forbidden `organisation.mayNotAssign` `organisation.ownAppointment`, invalid
 * (unknown or departed person, missing or needless centre, last day before first), conflict `organisation.overlaps`.
 */
export async function assignRole(context: Context, actor: Actor, given: AssignRole): Promise<Stored<RoleAssignment>> {
  if (!mayAssignRole(actor, given.role)) throw forbidden('organisation.mayNotAssign');
  if (given.personId === actor.personId) throw forbidden('organisation.ownAppointment');
  const person = findPerson(context, given.personId);
  if (!person || isFormer(context, given.personId)) throw invalid('organisation.unknownPerson', { field: 'personId' });
  requireCentre(context, given);
  if (given.endsOn !== undefined && given.endsOn < given.startsOn)
    throw invalid('organisation.endsBeforeStart', { field: 'endsOn' });

  return oneAtATime(context, appointmentsTurn(given.personId), () => assignInTurn(context, actor, given, person.title));
}

async function assignInTurn(
  context: Context,
  actor: Actor,
  given: AssignRole,
  name: string,
): Promise<Stored<RoleAssignment>> {
  const list = context.list(RoleAssignments);
  const key = assignmentKey(list, given);
  const known = list.get(key);
  if (known && isSame(known, given)) {
    await recordAppointment(context, known);
    return known;
  }
  if (list.all().some((one) => overlap(one, given))) throw overlaps();

  const { record, existed } = await list.create({
    key,
    title: `${name}: ${given.role}`.slice(0, 255),
    ...given,
    appointedBy: actor.personId,
    appointedAt: nowOf(context.clock),
  });
  if (existed && !isSame(record, given)) throw overlaps();
  await recordAppointment(context, record);
  return record;
}

function requireCentre(context: Context, { role, centreId }: AssignRole): void {
  if (!isCentreRole(role)) {
    if (centreId !== undefined) throw invalid('organisation.noCentreForRole', { field: 'centreId' });
    return;
  }
  const centre = centreId === undefined ? undefined : context.list(Centres).get(centreId);
  if (!centre || centre.closed) throw invalid('organisation.centreNeeded', { field: 'centreId' });
}
