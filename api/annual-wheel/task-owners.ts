import type { Context } from '../context.ts';
import { forbidden, missing, todayOf, type Actor, type PersonId, type Responsible } from '../kernel/index.ts';
import { responsibleFor } from '../obligations/index.ts';
import { mayName } from '../organisation/index.ts';
import { maySeeTask, type TaskOwners } from './permissions.ts';
import { isOpen, type WheelTask } from './task.ts';
import { findTask } from './tasks.ts';

/** The person or role named; for a completed task who did it. */
export const responsibleOf = (task: WheelTask): Responsible =>
  task.state === 'done' && task.touched?.doneBy !== undefined ? { personId: task.touched.doneBy } : meantFor(task);

/** Named owner, whoever has it. */
const meantFor = ({ activity: { role, personId }, centreId }: WheelTask): Responsible => ({
  role,
  ...(personId === undefined ? {} : { personId }),
  ...(centreId === undefined ? {} : { centreId }),
});

/** Today's owner, by leave, departure and hand-over. */
export const responsibleNow = (context: Context, task: WheelTask) =>
  responsibleFor(context, responsibleOf(task), todayOf(context.clock), isOpen(task) ? task.key : undefined)?.personId;

/** The owner as shown to the actor: the actual one if they may be named, else the named one, who can be asked. */
export function visibleResponsible(context: Context, actor: Actor, task: WheelTask): PersonId | undefined {
  const now = responsibleNow(context, task);
  if (now === undefined || now === task.activity.personId || mayName(context, actor, now)) return now;
  const meant = responsibleFor(context, meantFor(task), todayOf(context.clock))?.personId;
  return meant !== undefined && mayName(context, actor, meant) ? meant : undefined;
}

export const ownersOf = (context: Context, task: WheelTask): TaskOwners => ({
  role: task.activity.role,
  personId: task.activity.personId,
  centreId: task.centreId,
  responsible: responsibleNow(context, task),
});

/** A visible task. Throws AppError: missing `wheel.noSuchTask`, forbidden `wheel.mayNotSee`. */
export function taskFor(context: Context, actor: Actor, key: string): { task: WheelTask; owners: TaskOwners } {
  const task = findTask(context, key);
  if (!task) throw missing('wheel.noSuchTask');
  const owners = ownersOf(context, task);
  if (!maySeeTask(actor, owners)) throw forbidden('wheel.mayNotSee');
  return { task, owners };
}

/** Whether a task exists and the actor may see it. From memory. */
export function isTaskFor(context: Context, actor: Actor, key: string): boolean {
  const task = findTask(context, key);
  return task !== undefined && maySeeTask(actor, ownersOf(context, task));
}
