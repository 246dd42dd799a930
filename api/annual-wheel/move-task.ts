import type { Context } from '../context.ts';
import { addDays, forbidden, invalid, todayOf, type Actor, type LocalDate } from '../kernel/index.ts';
import { mayMoveTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import { isOpen } from './task.ts';
import { taskClosed, touchTask, type Touched } from './touch-task.ts';

/** Days ahead that a task may be moved: beyond that it is cancelled, with a reason. */
const furthest = 366;

/**
 * Sets another due date, with a reason. Idempotent. 4 resource units. Throws AppError: missing `wheel.noSuchTask`,
 * forbidden `wheel.mayNotMove`, invalid on `to` `wheel.movedIntoThePast` `wheel.movedTooFar`, conflict
 * `wheel.taskClosed`, unavailable.
 */
export async function moveTask(
  context: Context,
  actor: Actor,
  { taskKey, to, reason }: { taskKey: string; to: LocalDate; reason: string },
): Promise<Touched> {
  const { task, owners } = taskFor(context, actor, taskKey);
  if (!mayMoveTask(actor, owners)) throw forbidden('wheel.mayNotMove');
  const today = todayOf(context.clock);
  return touchTask(context, actor, task, (current) => {
    if (!isOpen(current)) throw taskClosed(context, current, 'wheel.taskClosed');
    const from = current.movedTo ?? current.occurrence;
    if (from === to) return undefined;
    if (to < today) throw invalid('wheel.movedIntoThePast', { field: 'to' });
    if (to > addDays(today, furthest)) throw invalid('wheel.movedTooFar', { field: 'to' });
    return { movedTo: to === current.occurrence ? undefined : to, event: { what: 'moved', text: reason, from, to } };
  });
}
