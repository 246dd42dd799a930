import type { Context } from '../context.ts';
import { compareText, todayOf, yearOf, type Actor, type CentreId, type LocalDate } from '../kernel/index.ts';
import { centreRef, fold, foldedMatch } from '../organisation/index.ts';
import { ringOrder } from './rings.ts';
import { isDoneLate, isOpen, missedSince, taskLook, type WheelTask } from './task.ts';
import { taskRowOf, wheelFreshness } from './task-views.ts';
import { openTasksDueBy, tasksOfYear, yearsOf } from './tasks.ts';
import type { taskLooks } from './wheel-contract.ts';
import { type TaskRow, type TasksQuery } from './wheel-contract.ts';
import { compareDanish } from '../texts/format.ts';

export type TaskFilter = Omit<TasksQuery, 'offset' | 'limit'>;

/** The tasks of a year; for the present one also overdue tasks of earlier years. */
export function tasksIn(context: Context, year: number): readonly WheelTask[] {
  const today = todayOf(context.clock);
  const tasks = tasksOfYear(context, year);
  return year === yearOf(today) ? [...overdueFromBefore(context), ...tasks] : tasks;
}

/** Due in an earlier year and open. */
export const overdueFromBefore = (context: Context): WheelTask[] =>
  openTasksDueBy(context, `${yearOf(todayOf(context.clock)) - 1}-12-31` as LocalDate);

/** One activity's or plan's tasks cover all years unless one is given. */
function candidates(context: Context, { year, activityKey, groupKey, occurrence }: TaskFilter): readonly WheelTask[] {
  if (year !== undefined) return tasksIn(context, year);
  if (activityKey === undefined && groupKey === undefined && occurrence === undefined)
    return tasksIn(context, yearOf(todayOf(context.clock)));
  return yearsOf(context).flatMap((each) => tasksOfYear(context, each));
}

/** All tasks of a query, in order. */
export function tasksFound(context: Context, actor: Actor, query: TaskFilter): WheelTask[] {
  const today = todayOf(context.clock);
  const matches = textFilter(context, actor, query.q);
  const found = candidates(context, query).filter(
    (task) =>
      (query.role === undefined || task.activity.role === query.role) &&
      (query.centreId === undefined || (task.centreId ?? 'none') === query.centreId) &&
      (query.activityKey === undefined || task.activity.key === query.activityKey) &&
      (query.groupKey === undefined || task.activity.groupKey === query.groupKey) &&
      (query.occurrence === undefined || task.occurrence === query.occurrence) &&
      (query.month === undefined || inMonth(task, query.month, query.year ?? yearOf(today))) &&
      (query.look === undefined || isOfLook(task, query.look, today)) &&
      (query.due === undefined || isDueSoFar(task, query.year ?? yearOf(today), today)) &&
      matches(task),
  );
  return sorted(context, found, query, today);
}

function isOfLook(task: WheelTask, look: NonNullable<TaskFilter['look']>, today: LocalDate): boolean {
  switch (look) {
    case 'open':
      return isOpen(task);
    case 'missed':
      return isOpen(task) && task.due <= missedSince(today);
    case 'doneLate':
      return isDoneLate(task);
    case 'planned':
    case 'due':
    case 'overdue':
    case 'done':
    case 'cancelled':
      return taskLook(task, today) === look;
  }
}

const isDueSoFar = ({ due }: WheelTask, year: number, today: LocalDate): boolean =>
  yearOf(due) === year && due <= today;
const inMonth = (task: WheelTask, month: number, year: number): boolean =>
  counted(task) && yearOf(task.due) === year && Number(task.due.slice(5, 7)) === month;

/** Matches words of title, source, role or centre. Shared texts are folded once. */
function textFilter(context: Context, actor: Actor, q: string | undefined): (task: WheelTask) => boolean {
  const search = fold(q ?? '');
  if (search === '') return () => true;
  const roleName = context.texts(actor.language);
  const folded = new Map<string, string>();
  return ({ activity, centreId }) => {
    const place = `${activity.key} ${centreId ?? ''}`;
    const { title, source, role } = activity;
    const text =
      folded.get(place) ?? fold([title, source, roleName(`roles.${role}`), centreTitle(context, centreId)].join(' '));
    folded.set(place, text);
    return foldedMatch(text, search);
  };
}

const centreTitle = (context: Context, centreId: CentreId | undefined): string =>
  centreRef(context, centreId)?.title ?? '';

function sorted(
  context: Context,
  tasks: WheelTask[],
  { sort, direction }: Pick<TaskFilter, 'sort' | 'direction'>,
  today: LocalDate,
): WheelTask[] {
  const byDue = (one: WheelTask, other: WheelTask) =>
    compareText(one.due, other.due) ||
    compareDanish(one.activity.title, other.activity.title) ||
    compareText(one.key, other.key);
  const rank = centreRanks(context, tasks);
  const by: Record<TaskFilter['sort'], (one: WheelTask, other: WheelTask) => number> = {
    due: byDue,
    title: (one, other) => compareDanish(one.activity.title, other.activity.title),
    role: (one, other) => ringOrder(one.activity.role) - ringOrder(other.activity.role),
    centre: (one, other) => rank(one) - rank(other),
    look: (one, other) => urgency(one, today) - urgency(other, today),
  };
  const sign = direction === 'up' ? 1 : -1;
  return tasks.sort((one, other) => sign * by[sort](one, other) || byDue(one, other));
}

/** Rank of centres by name, cached; work without a centre first. */
function centreRanks(context: Context, tasks: readonly WheelTask[]): (task: WheelTask) => number {
  const titles = new Map(tasks.map(({ centreId }) => [centreId, centreTitle(context, centreId)]));
  const inOrder = [...titles].sort(([, one], [, other]) => compareDanish(one, other)).map(([centreId]) => centreId);
  const ranks = new Map(inOrder.map((centreId, place) => [centreId, place]));
  return ({ centreId }) => ranks.get(centreId) ?? 0;
}

/** Most urgent first: overdue, due, planned, done, cancelled. */
const urgencies: readonly (typeof taskLooks)[number][] = ['overdue', 'due', 'planned', 'done', 'cancelled'];
const urgency = (task: WheelTask, today: LocalDate): number => urgencies.indexOf(taskLook(task, today));

/** One page of a query's tasks. */
export function visibleTasks(context: Context, actor: Actor, query: TasksQuery) {
  const today = todayOf(context.clock);
  const found = tasksFound(context, actor, query);
  const page = found.slice(query.offset, query.offset + query.limit);
  return {
    tasks: page.map((task): TaskRow => taskRowOf(context, actor, task, today)),
    total: found.length,
    freshness: wheelFreshness(context),
  };
}

/** Tasks counted in a share: cancelled ones are neither done nor missing. */
export const counted = (task: WheelTask): boolean => isOpen(task) || task.state === 'done';
