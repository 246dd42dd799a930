import { addDays, daysBetween, stableKey, type CentreId, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { madeOn } from './activity.ts';
import type { WheelActivity } from './activity-list.ts';
import type { TouchedTask } from './task-list.ts';
import type { taskLooks, taskStates } from './wheel-contract.ts';

export type TaskState = (typeof taskStates)[number];
export type TaskLook = (typeof taskLooks)[number];

/** What the rule and the calendar make, before anybody has touched it. */
export interface PlannedTask {
  key: string;
  activity: Stored<WheelActivity>;
  occurrence: LocalDate;
  /** Its number, for what is counted from the last time it was done. */
  run?: number;
  centreId?: CentreId;
}

/** A planned task with what has become of it. */
export interface WheelTask extends PlannedTask {
  state: TaskState;
  due: LocalDate;
  /** The stored item, absent until somebody touches the task. */
  touched?: Stored<TouchedTask>;
}

/**
 * The same date of the same activity and centre always has the same key. What is counted from the last time it was done
 * goes by number, since its date is known only then.
 */
export const taskKey = (activityKey: string, when: LocalDate | number, centreId?: CentreId): string =>
  stableKey(
    activityKey,
    typeof when === 'number' ? `r${when}` : when,
    ...(centreId === undefined ? [] : [String(centreId)]),
  );

export const isOpen = ({ state }: Pick<WheelTask, 'state'>): boolean => state === 'planned' || state === 'inProgress';

export function taskOf(planned: PlannedTask, touched: Stored<TouchedTask> | undefined): WheelTask {
  if (!touched) return { ...planned, state: 'planned', due: planned.occurrence };
  return {
    ...planned,
    // Where it was when it was touched, also if a rule says otherwise since.
    occurrence: touched.occurrence,
    state: touched.state,
    due: touched.movedTo ?? touched.occurrence,
    touched,
  };
}

/** Days before the due date from which it shows as near: a month, or as long as it takes when that is more. */
const nearDays = 30;

/** What the reader sees. A task is overdue from the day after it was due. */
export function lookOf(task: WheelTask, today: LocalDate): TaskLook {
  if (task.state === 'done' || task.state === 'cancelled') return task.state;
  if (task.due < today) return 'overdue';
  return daysBetween(today, task.due) <= Math.max(nearDays, task.activity.leadDays) ? 'due' : 'planned';
}

/** The day from which it is owed: so many days before it is due, and never before the activity was made. */
export function owedSince({ due, activity }: WheelTask): LocalDate {
  const since = addDays(due, -activity.leadDays);
  const made = madeOn(activity);
  return since < made ? made : since;
}
