import type { Context, Translate } from '../context.ts';
import { todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson, mayName } from '../organisation/index.ts';
import { rowsOf, workbook, type Workbook } from '../workbook/index.ts';
import { maySeeTask } from './permissions.ts';
import { ownersOf, responsibleSeen } from './task-owners.ts';
import { lookOf, type WheelTask } from './task.ts';
import { tasksFound, type TaskFilter } from './tasks-seen.ts';

const columns = [
  ...(['title', 'source', 'role', 'responsible', 'centre'] as const),
  ...(['occurrence', 'due', 'lookHead', 'doneOn', 'doneBy', 'note', 'evidence'] as const),
];
const widths = [56, 28, 30, 30, 44, 14, 14, 14, 14, 30, 60, 44];

/** The tasks of a query as an Excel workbook in the actor's language, all of them; notes of those that the actor may open. */
export function tasksWorkbook(context: Context, actor: Actor, query: TaskFilter): Promise<Workbook> {
  const texts = context.texts(actor.language);
  const today = todayOf(context.clock);
  const header = columns.map((column) => texts(`documents.wheel.${column}`));
  const rows = rowsOf(header, tasksFound(context, actor, query), (task) => lineOf(context, actor, task, texts));
  const name = texts('documents.wheel.fileName', { year: query.year ?? today.slice(0, 4) });
  return workbook(name, [{ name: texts('documents.wheel.sheet'), rows, widths }]);
}

function lineOf(context: Context, actor: Actor, task: WheelTask, texts: Translate): string[] {
  const owners = ownersOf(context, task);
  const said = maySeeTask(actor, owners) ? task.touched : undefined;
  const { activity, centreId, occurrence, due, touched } = task;
  const name = (personId: PersonId | undefined) =>
    personId === undefined || !mayName(context, actor, personId)
      ? ''
      : (findPerson(context, personId)?.title ?? personId);
  return [
    texts('shipped', { text: activity.title }),
    activity.source,
    texts(`roles.${activity.role}`),
    name(responsibleSeen(context, actor, task)),
    centreRef(context, centreId)?.title ?? '',
    occurrence,
    due,
    texts(`documents.wheel.look.${lookOf(task, todayOf(context.clock))}`),
    touched?.doneOn ?? '',
    name(touched?.doneBy),
    said?.note ?? '',
    said?.evidence ?? '',
  ];
}
