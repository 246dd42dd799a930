import type { Context } from '../context.ts';
import { conflict, nowOf, type Actor } from '../kernel/index.ts';
import { isToGive, refusalOf, type Transferable, type Transfer } from '../organisation/index.ts';
import { WheelActivities } from './activity-list.ts';
import { recordActivityActs } from './record-wheel-acts.ts';
import { activityOrThrow, requireEditor } from './save-activity.ts';

/**
 * Names another person for a personal activity; its tasks follow (R12). Idempotent. 4 resource units. Throws AppError:
 * forbidden `wheel.mayNotEdit`, missing, conflict `wheel.activityClosed` `organisation.anothersNow`.
 */
async function giveActivity(context: Context, actor: Actor, transfer: Transfer): Promise<void> {
  activityOrThrow(context, transfer.key);
  const given = await context.list(WheelActivities).update(transfer.key, (current) => {
    if (!isToGive(current.personId, transfer)) return undefined;
    requireEditor(actor);
    if (current.closedOn !== undefined) throw conflict('wheel.activityClosed');
    const event = { at: nowOf(context.clock), by: actor.personId, what: 'changed' as const };
    return { personId: transfer.to, history: [...current.history, event] };
  });
  await recordActivityActs(context, given);
}

export const activityTransfer: Transferable = {
  give: giveActivity,
  refusal: (_context, actor) => refusalOf(() => requireEditor(actor)),
};
