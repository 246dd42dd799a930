import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, missing, nowOf, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Stored } from '../sharepoint/index.ts';
import { appointmentsTurn, appointmentState, isWithdrawn, overlap } from './appointment.ts';
import { bringBackEnded, bringBackWaiting } from './bring-back-ended.ts';
import { mayAssignRole } from './permissions.ts';
import { recordAppointment } from './record-appointment.ts';
import { refusedBy } from './refused-by.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

/**
 * Sets the last day of an appointment. A day before its first withdraws one that has not begun: it was never in force,
 * and stays in the history; with the last one of a decision come back those whom the decision ended. An ended one is
 * immutable. A repeat with the same day is a success. 4 resource units, and 4 for each who comes back. Throws AppError:
 * missing `organisation.noSuchAssignment`, forbidden, invalid `organisation.endsBeforeStart`
 * `organisation.endsInThePast`, conflict `organisation.hasEnded`, and `organisation.endOverlaps` where the person has
 * the role from another appointment by then.
 */
export async function endRole(
  context: Context,
  actor: Actor,
  { key, endsOn }: { key: string; endsOn: LocalDate },
): Promise<Stored<RoleAssignment>> {
  const known = context.list(RoleAssignments).get(key);
  if (!known) throw missing('organisation.noSuchAssignment');
  if (!mayAssignRole(actor, known.role)) throw forbidden('organisation.mayNotAssign');
  const ended = await oneAtATime(context, appointmentsTurn(known.personId), () =>
    endInTurn(context, actor, { key, endsOn }),
  );
  await recordAppointment(context, ended);
  if (ended.decisionKey !== undefined) await bringBackEnded(context, ended.decisionKey);
  if (isWithdrawn(ended)) await bringBackWaiting(context, ended);
  return ended;
}

function endInTurn(
  context: Context,
  actor: Actor,
  { key, endsOn }: { key: string; endsOn: LocalDate },
): Promise<Stored<RoleAssignment>> {
  const list = context.list(RoleAssignments);
  const today = todayOf(context.clock);
  return list.update(key, (current) => {
    const withdraws = endsOn < current.startsOn;
    const ownEnd = { endedBy: actor.personId, endedAt: nowOf(context.clock), endedBefore: undefined };
    const isOver = appointmentState(current, today) === 'ended' && !isWithdrawn(current);
    const isSame = current.endsOn === endsOn || (withdraws && isWithdrawn(current));
    // What a decision has ended stays ended when that decision is withdrawn.
    if (isSame) return isOver || current.endedBefore === undefined ? undefined : ownEnd;
    if (appointmentState(current, today) === 'ended')
      throw refusedBy(context, 'organisation.hasEnded', current.endedBy, current.endedAt);
    if (withdraws && current.startsOn <= today) throw invalid('organisation.endsBeforeStart', { field: 'endsOn' });
    if (endsOn < today) throw invalid('organisation.endsInThePast', { field: 'endsOn' });
    const isTaken = (one: RoleAssignment) =>
      one.key !== key && overlap(one, { ...current, endsOn }) && !overlap(one, current);
    if (list.all().some(isTaken)) throw conflict('organisation.endOverlaps', { field: 'endsOn' });
    return { endsOn, ...ownEnd };
  });
}
