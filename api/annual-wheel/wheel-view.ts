import type { Context } from '../context.ts';
import { todayOf, yearOf, type Actor, type AssignableRole, type LocalDate } from '../kernel/index.ts';
import { mayEditWheel } from './permissions.ts';
import { ringRoles } from './rings.ts';
import { taskLook, type TaskLook, type WheelTask } from './task.ts';
import { wheelFreshness } from './task-views.ts';
import { overdueFromBefore } from './visible-tasks.ts';
import { tasksOfYear, yearsOf } from './tasks.ts';
import type { WheelView } from './wheel-contract.ts';

type Ring = WheelView['rings'][number];
type Slot = Ring['activities'][number]['slots'][number];

/** The year as a wheel (R12): a ring for each body with activities, and a slot for each date. */
export function wheelOf(context: Context, actor: Actor, query: { year?: number | undefined }): WheelView {
  const today = todayOf(context.clock);
  const now = yearOf(today);
  const year = query.year ?? now;
  const tasks = tasksOfYear(context, year);
  const before = year === now ? overdueFromBefore(context).length : 0;
  const counts = countLooks(tasks, today);
  return {
    year,
    today,
    rings: ringRoles.flatMap((role) => ringOf(role, tasks, today)),
    counts: { ...counts, overdue: counts.overdue + before },
    overdueFromBefore: before,
    years: [...new Set([...yearsOf(context), year])].sort((one, other) => one - other),
    abilities: { edit: mayEditWheel(actor) },
    freshness: wheelFreshness(context),
  };
}

function countLooks(tasks: readonly WheelTask[], today: LocalDate): Record<TaskLook, number> {
  const counts = { planned: 0, due: 0, overdue: 0, done: 0, cancelled: 0 };
  for (const task of tasks) counts[taskLook(task, today)] += 1;
  return counts;
}

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const found = new Map<Key, Value[]>();
  for (const value of values) {
    const known = found.get(keyOf(value));
    if (known) known.push(value);
    else found.set(keyOf(value), [value]);
  }
  return found;
}

function ringOf(role: AssignableRole, all: readonly WheelTask[], today: LocalDate): Ring[] {
  const byActivity = groupBy(
    all.filter(({ activity }) => activity.role === role),
    ({ activity }) => activity.key,
  );
  const activities = [...byActivity.values()].flatMap((tasks) => {
    const [first] = tasks;
    if (!first) return [];
    const { key, title, source, scope } = first.activity;
    const slots = [...groupBy(tasks, ({ occurrence, due }) => `${due} ${occurrence}`).values()];
    return [{ key, title, source, scope, slots: slots.flatMap((each) => slotOf(each, today)) }];
  });
  return activities.length === 0 ? [] : [{ role, activities }];
}

/** The same date of all centres. Moved tasks are separate. */
function slotOf(tasks: readonly WheelTask[], today: LocalDate): Slot[] {
  const [first, ...others] = tasks;
  if (!first) return [];
  const { planned: _planned, due: _due, ...counts } = countLooks(tasks, today);
  return [
    {
      occurrence: first.occurrence,
      due: first.due,
      look: slotLook(countLooks(tasks, today)),
      tasks: tasks.length,
      ...counts,
      ...(others.length === 0 ? { taskKey: first.key } : {}),
    },
  ];
}

/** As late as its latest centre; done when all not cancelled are done. */
function slotLook(counts: Record<TaskLook, number>): TaskLook {
  const first = (['overdue', 'due', 'planned', 'done'] as const).find((look) => counts[look] > 0);
  return first ?? 'cancelled';
}
