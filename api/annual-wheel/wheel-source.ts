import type { Context } from '../context.ts';
import { addDays, yearOf, type LocalDate, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { Centres } from '../organisation/index.ts';
import { WheelActivities } from './activity-list.ts';
import { responsibleOf } from './task-owners.ts';
import { isOpen, owedSince, type WheelTask } from './task.ts';
import { WheelTasks } from './task-list.ts';
import { openTasksDueBy, tasksOfYear } from './tasks.ts';

export const wheelTaskKind = 'doWheelTask';
/** The task's page in the tab. */
export const wheelTaskPath = (taskKey: string): string => `/wheel/tasks/${taskKey}`;

const longestLead = 366;

const workOf = (task: WheelTask): SharedWork => ({
  key: task.key,
  kind: wheelTaskKind,
  subject: { key: task.key, title: task.activity.title },
  due: task.due,
  since: owedSince(task),
  path: wheelTaskPath(task.key),
  ...(task.centreId === undefined ? {} : { centreId: task.centreId }),
  state: isOpen(task) ? 'open' : 'done',
  responsible: responsibleOf(task),
});

/** Obligations of a day, also those long overdue; and work completed this year and last. */
function work(context: Context, today: LocalDate): SharedWork[] {
  const open = openTasksDueBy(context, addDays(today, longestLead)).filter((task) => owedSince(task) <= today);
  const year = yearOf(today);
  const done = [...tasksOfYear(context, year - 1), ...tasksOfYear(context, year)].filter(
    ({ state }) => state === 'done',
  );
  return [...open, ...done].map(workOf);
}

/** The wheel's tasks as obligations (R7, R12). */
export const wheelSource: SharedSource = {
  kinds: [wheelTaskKind],
  lists: [WheelActivities, WheelTasks, Centres],
  work,
};
