import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import { mayMoveTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import { taskClosed, touchTask, type Touched } from './touch-task.ts';

/**
 * Cancels this occurrence, with a reason; the next is unaffected. Idempotent. 4 resource units. Throws AppError:
 * missing `wheel.noSuchTask`, forbidden `wheel.mayNotMove`, conflict `wheel.taskDone`, unavailable.
 */
export async function cancelTask(
  context: Context,
  actor: Actor,
  { taskKey, reason }: { taskKey: string; reason: string },
): Promise<Touched> {
  const { task, owners } = taskFor(context, actor, taskKey);
  if (!mayMoveTask(actor, owners)) throw forbidden('wheel.mayNotMove');
  return touchTask(context, actor, task, (current) => {
    if (current.state === 'cancelled') return undefined;
    if (current.state === 'done') throw taskClosed(context, current, 'wheel.taskDone');
    return { state: 'cancelled', event: { what: 'cancelled', text: reason } };
  });
}
