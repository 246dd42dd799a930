import type { Context } from '../context.ts';
import { forbidden, type Actor } from '../kernel/index.ts';
import { mayDoTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import { isOpen } from './task.ts';
import { taskClosed, touchTask, type Touched } from './touch-task.ts';

/**
 * Starts the task, or adds a note. Already started without a new note is a success. 4 resource units. Throws AppError:
 * missing `wheel.noSuchTask`, forbidden `wheel.mayNotDo`, conflict `wheel.taskClosed` `wheel.historyFull`, unavailable.
 */
export async function startTask(
  context: Context,
  actor: Actor,
  { taskKey, note }: { taskKey: string; note: string },
): Promise<Touched> {
  const { task, owners } = taskFor(context, actor, taskKey);
  if (!mayDoTask(actor, owners)) throw forbidden('wheel.mayNotDo');
  return touchTask(context, actor, task, (current) => {
    if (!isOpen(current)) throw taskClosed(context, current, 'wheel.taskClosed');
    const begun = current.state === 'inProgress';
    if (begun && note === '') return undefined;
    const latest = current.history.at(-1);
    if (begun && latest?.by === actor.personId && latest.text === note) return undefined;
    return {
      state: 'inProgress',
      ...(note === '' ? {} : { note }),
      event: { what: begun ? 'noted' : 'started', ...(note === '' ? {} : { text: note }) },
    };
  });
}
