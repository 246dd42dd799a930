import { type Act, appendActs, recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import type { Instant, PersonId } from '../kernel/index.ts';
import { WheelActivities, type ActivityEvent, type WheelActivity } from './activity-list.ts';
import { WheelTasks, type TaskEvent, type TouchedTask } from './task-list.ts';

const taskActs: Readonly<Record<TaskEvent['what'], string>> = {
  started: 'startTask',
  noted: 'noteTask',
  step: 'tickStep',
  unstep: 'untickStep',
  completed: 'completeTask',
  moved: 'moveTask',
  cancelled: 'cancelTask',
  reopened: 'reopenTask',
  handedOver: 'handOverTask',
};
const activityActs: Readonly<Record<ActivityEvent['what'], string>> = {
  made: 'makeActivity',
  changed: 'changeActivity',
  closed: 'closeActivity',
};

/** Histories only grow, so an event's index distinguishes repeated acts. */
const actOf = (act: string, subjectKey: string, event: { at: string; by: string }, place: number): Act => ({
  act,
  subjectKey,
  actorId: event.by as PersonId,
  at: event.at as Instant,
  occasion: String(place),
});

/** A task's audit entries, from its history. */
export const actsOfTask = ({ key, history, activityKey, occurrence, centreId }: TouchedTask): Act[] =>
  history.map((event, place) => ({
    ...actOf(taskActs[event.what], key, event, place),
    details: { activityKey, occurrence, centreId: centreId ?? null, from: event.from ?? null, to: event.to ?? null },
  }));

/** The same of an activity. */
export const actsOfActivity = ({ key, history }: WheelActivity): Act[] =>
  history.map((event, place) => actOf(activityActs[event.what], key, event, place));

const record = async (context: Context, acts: readonly Act[]): Promise<void> => {
  for (const act of acts) await recordAct(context, act);
};

/** Audits all acts on a task. Idempotent. */
export const recordTaskActs = (context: Context, task: TouchedTask): Promise<void> => record(context, actsOfTask(task));
/** Audits all acts on an activity. Idempotent. */
export const recordActivityActs = (context: Context, activity: WheelActivity): Promise<void> =>
  record(context, actsOfActivity(activity));

/**
 * Appends audit entries missing after a crash, for tasks and activities. Checks only changed items, and is free when
 * complete. Throws AppError `unavailable`.
 */
export async function continueWheelActs(context: Context): Promise<void> {
  const acts = appendActs(context, 'wheelActs');
  await acts.of(context.list(WheelActivities).all(), (activity) => recordActivityActs(context, activity));
  await acts.of(context.list(WheelTasks).all(), (task) => recordTaskActs(context, task));
  acts.end();
}
