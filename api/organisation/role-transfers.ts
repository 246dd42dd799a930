import type { Context } from '../context.ts';
import { asAppError, conflict, forbidden, todayOf, type Actor } from '../kernel/index.ts';
import { appointmentState, overlap } from './appointment.ts';
import { assignRole } from './assign-role.ts';
import { endRole } from './end-role.ts';
import { isToGive, refusalOf, type Transferable, type Transfer } from './transfer.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { nameDeputy } from './name-deputy.ts';
import { mayAssignRole, mayNameDeputy } from './permissions.ts';
import { RoleAssignments } from './role-assignment-list.ts';

/**
 * Appoints the receiver and then ends the former appointment, so that a centre is never without (R11). A receiver who
 * already holds the role stays. A repeat is a success; of two at the same moment the second is refused. 8 resource
 * units. Throws AppError as `assignRole` and `endRole`, and conflict `organisation.anothersNow`.
 */
const giveRole = (context: Context, actor: Actor, transfer: Transfer): Promise<void> =>
  oneAtATime(context, `transfer of ${transfer.key}`, () => giveInTurn(context, actor, transfer));

async function giveInTurn(context: Context, actor: Actor, { key, to }: Transfer): Promise<void> {
  const today = todayOf(context.clock);
  const list = context.list(RoleAssignments);
  const held = list.get(key);
  if (!held) return;
  const { role, centreId, chair } = held;
  if (appointmentState(held, today) === 'ended' || held.endsOn === today) {
    const holds = list.all().some((one) => overlap(one, { personId: to, role, centreId, startsOn: today }));
    if (!holds) throw conflict('organisation.anothersNow');
    return;
  }
  try {
    const place = centreId === undefined ? {} : { centreId };
    await assignRole(context, actor, { personId: to, role, ...place, chair, startsOn: today });
  } catch (thrown) {
    if (asAppError(thrown).code !== 'organisation.overlaps') throw thrown;
  }
  await endRole(context, actor, { key, endsOn: today });
}

/** A future appointment cannot be transferred. */
function checkRole(context: Context, actor: Actor, key: string): void {
  const held = context.list(RoleAssignments).get(key);
  if (!held) return;
  if (!mayAssignRole(actor, held.role)) throw forbidden('organisation.mayNotAssign');
  if (appointmentState(held, todayOf(context.clock)) === 'future') throw conflict('organisation.notBegun');
}

export const roleTransfer: Transferable = {
  give: async (context, actor, transfer) => {
    checkRole(context, actor, transfer.key);
    await giveRole(context, actor, transfer);
  },
  refusal: (context, actor, key) => refusalOf(() => checkRole(context, actor, key)),
};

/** Deputies: the receiver becomes the deputy (R10, R12). Throws AppError as `nameDeputy`. */
export const deputyTransfer: Transferable = {
  give: (context, actor, { key, from, to }) =>
    oneAtATime(context, `transfer of ${key}`, async () => {
      const held = context.list(RoleAssignments).get(key);
      if (held && isToGive(held.deputyId, { key, from, to })) await nameDeputy(context, actor, { key, deputyId: to });
    }),
  refusal: (context, actor, key) => {
    const held = context.list(RoleAssignments).get(key);
    return held && !mayNameDeputy(actor, held) ? 'organisation.mayNotNameDeputy' : undefined;
  },
};
