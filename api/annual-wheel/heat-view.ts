import type { Context } from '../context.ts';
import { todayOf, yearOf, type LocalDate } from '../kernel/index.ts';
import { centreRef, Centres } from '../organisation/index.ts';
import { ringOrder } from './rings.ts';
import { taskLook, type WheelTask } from './task.ts';
import { wheelFreshness } from './task-views.ts';
import { counted } from './visible-tasks.ts';
import { tasksOfYear } from './tasks.ts';
import type { HeatView } from './wheel-contract.ts';

type Row = HeatView['rows'][number];

/** Tasks by centre, or by body for the whole organisation, and by month due. */
export function heatOf(context: Context, query: { year?: number | undefined }): HeatView {
  const today = todayOf(context.clock);
  const year = query.year ?? yearOf(today);
  const rows = new Map<string, Row>();
  const tasks = tasksOfYear(context, year).filter(counted);
  for (const task of inOrder(context, tasks)) {
    const place = task.centreId ?? task.activity.role;
    const row = rows.get(place) ?? emptyRow(context, task);
    rows.set(place, row);
    add(row, task, today);
  }
  return { year, rows: [...rows.values()], freshness: wheelFreshness(context) };
}

/** Bodies in ring order, then centres in theirs. */
function inOrder(context: Context, tasks: readonly WheelTask[]): WheelTask[] {
  const place = ({ activity, centreId }: WheelTask): number =>
    centreId === undefined
      ? ringOrder(activity.role)
      : 1000 + (context.list(Centres).get(centreId)?.position ?? Number.MAX_SAFE_INTEGER);
  return [...tasks].sort((one, other) => place(one) - place(other));
}

function emptyRow(context: Context, { activity, centreId }: WheelTask): Row {
  const months = Array.from({ length: 12 }, () => ({ tasks: 0, done: 0, overdue: 0 }));
  if (centreId === undefined) return { role: activity.role, months };
  return { centre: centreRef(context, centreId) ?? { id: centreId, title: centreId }, months };
}

function add({ months }: Row, task: WheelTask, today: LocalDate): void {
  const month = months[Number(task.due.slice(5, 7)) - 1];
  if (!month) return;
  month.tasks += 1;
  const look = taskLook(task, today);
  if (look === 'done') month.done += 1;
  if (look === 'overdue') month.overdue += 1;
}
