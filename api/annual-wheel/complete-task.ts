import type { Context } from '../context.ts';
import { conflict, forbidden, invalid, saidAt, saidOn, type Actor, type LocalDate } from '../kernel/index.ts';
import { mayDoTask } from './permissions.ts';
import { taskFor } from './task-owners.ts';
import type { WheelTask } from './task.ts';
import { taskClosed, touchTask } from './touch-task.ts';

export interface CompleteTask {
  taskKey: string;
  note: string;
  /** Evidence; required when the activity asks for it. */
  evidence?: string | undefined;
  /** Default today. */
  doneOn?: LocalDate | undefined;
}

export interface Completed {
  result: 'completed' | 'alreadyDone';
  task: WheelTask;
}

/**
 * Completes the task (R12). A repeat is a success and changes nothing. 4 resource units. Throws AppError: missing
 * `wheel.noSuchTask`, forbidden `wheel.mayNotDo`, invalid `wheel.evidenceNeeded` {what} on `evidence`,
 * `wheel.doneInTheFuture` on `doneOn`, conflict `wheel.taskCancelled` `wheel.reopenedSince`, unavailable.
 */
export async function completeTask(context: Context, actor: Actor, input: CompleteTask): Promise<Completed> {
  const { task, owners } = taskFor(context, actor, input.taskKey);
  if (!mayDoTask(actor, owners)) throw forbidden('wheel.mayNotDo');
  const today = saidOn(context.clock, actor);
  const { note, evidence = '', doneOn = today } = input;
  const { changed, task: now } = await touchTask(context, actor, task, (current) => {
    if (current.state === 'done') return undefined;
    // Reopened since the press: the press is obsolete.
    if (current.history.some(({ what, at }) => what === 'reopened' && at > saidAt(context.clock, actor)))
      throw conflict('wheel.reopenedSince');
    if (current.state === 'cancelled') throw taskClosed(context, current, 'wheel.taskCancelled');
    if (task.activity.evidence !== '' && evidence.trim() === '')
      throw invalid('wheel.evidenceNeeded', { field: 'evidence', what: task.activity.evidence });
    if (doneOn > today) throw invalid('wheel.doneInTheFuture', { field: 'doneOn' });
    return {
      state: 'done',
      doneOn,
      doneBy: actor.personId,
      ...(note === '' ? {} : { note }),
      ...(evidence === '' ? {} : { evidence }),
      event: { what: 'completed', ...(note === '' ? {} : { text: note }) },
    };
  });
  return { result: changed ? 'completed' : 'alreadyDone', task: now };
}
