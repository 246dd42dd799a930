import { addDays, daysBetween, stableKey, type CentreId, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { madeOn } from './activity.ts';
import type { WheelActivity } from './activity-list.ts';
import type { TouchedTask } from './task-list.ts';
import type { taskLooks, taskStates } from './wheel-contract.ts';

export type TaskState = (typeof taskStates)[number];
export type TaskLook = (typeof taskLooks)[number];

/** A task by rule and calendar, before any change. */
export interface PlannedTask {
  key: string;
  activity: Stored<WheelActivity>;
  occurrence: LocalDate;
  /** Its run number, when counted from the last completion. */
  run?: number;
  centreId?: CentreId;
}

/** A planned task with its status. */
export interface WheelTask extends PlannedTask {
  state: TaskState;
  due: LocalDate;
  /** The stored item, absent until changed. What happens once keeps what was done before its day was changed. */
  touched?: TouchedTask;
  /** Its items from before its day was changed, oldest change first. */
  before?: readonly TouchedTask[];
}

/**
 * A date of an activity and centre has a stable key. Tasks counted from the last completion are numbered, since their
 * date is known only then.
 */
export const taskKey = (activityKey: string, when: LocalDate | number, centreId?: CentreId): string =>
  stableKey(
    activityKey,
    typeof when === 'number' ? `r${when}` : when,
    ...(centreId === undefined ? [] : [String(centreId)]),
  );

export const isOpen = ({ state }: Pick<WheelTask, 'state'>): boolean => state === 'planned' || state === 'inProgress';

/** When somebody last changed it. */
export const lastChange = ({ history }: Pick<TouchedTask, 'history'>): string => history.at(-1)?.at ?? '';

/** What the latest item from before a change of day says, where the task's own says nothing newer. */
export function carriedOver(before: readonly TouchedTask[], own: TouchedTask | undefined) {
  const latest = before.at(-1);
  if (!latest || (own && lastChange(own) >= lastChange(latest))) return undefined;
  const { state, note, evidence, stepsDone } = latest;
  return { state, note, evidence, stepsDone };
}

export function taskOf(
  planned: PlannedTask,
  touched: TouchedTask | undefined,
  before: readonly TouchedTask[] = [],
): WheelTask {
  if (!touched) return { ...planned, state: 'planned', due: planned.occurrence };
  return {
    ...planned,
    // Its stored date, even if the rule has changed.
    occurrence: touched.occurrence,
    state: touched.state,
    due: touched.movedTo ?? touched.occurrence,
    touched,
    ...(before.length === 0 ? {} : { before }),
  };
}

/** Days before the due date from which it is shown as due: a month, or its lead time if longer. */
const nearDays = 30;

/** Display status. A task is overdue from the day after it was due. */
export function taskLook(task: WheelTask, today: LocalDate): TaskLook {
  if (task.state === 'done' || task.state === 'cancelled') return task.state;
  if (task.due < today) return 'overdue';
  return daysBetween(today, task.due) <= Math.max(nearDays, task.activity.leadDays) ? 'due' : 'planned';
}

/** Days after which an open task is called missed. */
const missedAfter = 60;
/** The latest due date of a task that is missed today. */
export const missedSince = (today: LocalDate): LocalDate => addDays(today, -missedAfter - 1);

export const isDoneLate = ({ state, due, touched }: WheelTask): boolean =>
  state === 'done' && touched?.doneOn !== undefined && touched.doneOn > due;

/** First day it is owed: its lead time before the due date, but not before the activity was created. */
export function owedSince({ due, activity }: WheelTask): LocalDate {
  const since = addDays(due, -activity.leadDays);
  const made = madeOn(activity);
  return since < made ? made : since;
}
