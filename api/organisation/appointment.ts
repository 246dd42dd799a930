import { inForce, type LocalDate, type PersonId } from '../kernel/index.ts';
import type { RoleAssignment } from './role-assignment-list.ts';

export type AppointmentState = 'future' | 'current' | 'ended';

/** A person's appointments are given, ended and brought back in turn (`oneAtATime`): no two may overlap. */
export const appointmentsTurn = (personId: PersonId): string => `appointments of ${personId}`;

/** Withdrawn before it began: its last day is before its first, and it was never in force. */
export const isWithdrawn = ({ startsOn, endsOn }: Pick<RoleAssignment, 'startsOn' | 'endsOn'>): boolean =>
  endsOn !== undefined && endsOn < startsOn;

/** Both days are included: an appointment is current on its last day. */
export function appointmentState(
  assignment: Pick<RoleAssignment, 'startsOn' | 'endsOn'>,
  today: LocalDate,
): AppointmentState {
  if (isWithdrawn(assignment)) return 'ended';
  if (inForce(assignment, today)) return 'current';
  return today < assignment.startsOn && (assignment.endsOn === undefined || today <= assignment.endsOn)
    ? 'future'
    : 'ended';
}

/** Where an appointment stands: one of somebody who has left gives no role, though nobody has ended it. */
export const standingOf = (state: AppointmentState, isGone: boolean): AppointmentState | 'left' =>
  isGone && state !== 'ended' ? 'left' : state;

/** Whether two appointments give the same person the same role and centre on some day. */
export const overlap = (
  one: Pick<RoleAssignment, 'personId' | 'role' | 'centreId' | 'startsOn' | 'endsOn'>,
  other: Pick<RoleAssignment, 'personId' | 'role' | 'centreId' | 'startsOn' | 'endsOn'>,
): boolean =>
  !isWithdrawn(one) &&
  !isWithdrawn(other) &&
  one.personId === other.personId &&
  one.role === other.role &&
  one.centreId === other.centreId &&
  (one.endsOn === undefined || other.startsOn <= one.endsOn) &&
  (other.endsOn === undefined || one.startsOn <= other.endsOn);
