import type { Context } from '../context.ts';
import { conflict, forbidden, type Actor } from '../kernel/index.ts';
import { mayReopenTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import { isOpen } from './task.ts';
import type { TouchedTask } from './task-list.ts';
import { touchTask, type Touched } from './touch-task.ts';
import { isFollowed, wouldStay } from './tasks.ts';

/**
 * Reopens a completed or cancelled task, with a reason. Idempotent. 4 resource units. Throws AppError: missing
 * `wheel.noSuchTask`, forbidden `wheel.mayNotReopen`, conflict `wheel.isFollowed` when counted from the last completion
 * and the next one has been changed, `wheel.comesNoMore` when its activity or centre is closed, unavailable.
 */
export async function reopenTask(
  context: Context,
  actor: Actor,
  { taskKey, reason }: { taskKey: string; reason: string },
): Promise<Touched> {
  const { task, owners } = taskFor(context, actor, taskKey);
  if (!mayReopenTask(actor, owners)) throw forbidden('wheel.mayNotReopen');
  if (!isOpen(task) && isFollowed(context, task)) throw conflict('wheel.isFollowed');
  if (!isOpen(task) && !wouldStay(context, task)) throw conflict('wheel.comesNoMore');
  return touchTask(context, actor, task, (current) => {
    if (isOpen(current)) return undefined;
    return {
      state: wasBegun(current) ? 'inProgress' : 'planned',
      doneOn: undefined,
      doneBy: undefined,
      event: { what: 'reopened', text: reason },
    };
  });
}

/** Whether somebody has worked on it: a task that was only moved or cancelled has not begun. */
const wasBegun = ({ state, stepsDone, history }: TouchedTask): boolean =>
  state === 'done' ||
  stepsDone.length > 0 ||
  history.some(({ what }) => what !== 'moved' && what !== 'cancelled' && what !== 'reopened');
