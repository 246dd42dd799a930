import type { Context } from '../context.ts';
import { forbidden, missing, type Actor } from '../kernel/index.ts';
import { mayDoTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import { isOpen } from './task.ts';
import { taskClosed, touchTask, type Touched } from './touch-task.ts';

/**
 * Ticks or unticks a step, which starts the task. Idempotent. 4 resource units. Throws AppError: missing
 * `wheel.noSuchTask` `wheel.noSuchStep`, forbidden `wheel.mayNotDo`, conflict `wheel.taskClosed` `wheel.historyFull`,
 * unavailable.
 */
export async function tickStep(
  context: Context,
  actor: Actor,
  { taskKey, stepId, done }: { taskKey: string; stepId: string; done: boolean },
): Promise<Touched> {
  const { task, owners } = taskFor(context, actor, taskKey);
  if (!mayDoTask(actor, owners)) throw forbidden('wheel.mayNotDo');
  const step = task.activity.steps.find(({ id }) => id === stepId);
  if (!step) throw missing('wheel.noSuchStep');
  return touchTask(context, actor, task, (current) => {
    if (current.stepsDone.includes(stepId) === done) return undefined;
    if (!isOpen(current)) throw taskClosed(context, current, 'wheel.taskClosed');
    const others = current.stepsDone.filter((id) => id !== stepId);
    return {
      state: 'inProgress',
      stepsDone: done ? [...others, stepId] : others,
      event: { what: done ? 'step' : 'unstep', text: step.title },
    };
  });
}
