import type { Context } from '../context.ts';
import { invalid, todayOf, yearOf } from '../kernel/index.ts';
import { NetworkMeetings } from './meetings/meeting-list.ts';
import { WheelPlans } from './plans/plan-list.ts';
import type { WheelTask } from './task.ts';
import { tasksOfYear, yearsOf } from './tasks.ts';

/** The plan or meeting of an activity. */
export function groupOf(context: Context, groupKey: string | undefined): { key: string; title: string } | undefined {
  if (groupKey === undefined) return undefined;
  const group = context.list(WheelPlans).get(groupKey) ?? context.list(NetworkMeetings).get(groupKey);
  return group && { key: group.key, title: group.title };
}

/** Its former group may stay, also when it is gone. Throws AppError invalid `wheel.noSuchPlan`. */
export function requireGroup(context: Context, groupKey: string | undefined, before?: string): void {
  if (groupKey && groupKey !== before && !groupOf(context, groupKey))
    throw invalid('wheel.noSuchPlan', { field: 'groupKey' });
}

/** Tasks of plans and meetings occur once, within these years. */
const yearsAhead = 5;

/** The tasks of a plan or meeting, by due date. From memory. */
export function tasksOfGroup(context: Context, groupKey: string): WheelTask[] {
  const years = yearsOf(context);
  const first = years[0] ?? yearOf(todayOf(context.clock));
  const last = (years.at(-1) ?? first) + yearsAhead;
  return Array.from({ length: last - first + 1 }, (_, index) => tasksOfYear(context, first + index))
    .flat()
    .filter(({ activity }) => activity.groupKey === groupKey);
}
