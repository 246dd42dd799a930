import type { Context } from '../context.ts';
import { todayOf, type Actor, type PersonId } from '../kernel/index.ts';
import { centreRef, findPerson, mayName } from '../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import { maySeeTask } from './permissions.ts';
import { ownersOf, visibleResponsible } from './task-owners.ts';
import { taskLook, type WheelTask } from './task.ts';
import { tasksFound, type TaskFilter } from './visible-tasks.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { shippedIn } from '../texts/shipped-words.ts';

/** All tasks of a query as an Excel workbook in the actor's language; with notes the actor may read. */
export function tasksWorkbook(context: Context, actor: Actor, query: TaskFilter): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.wheel'>) => t(`documents.wheel.${key}`);
  const today = todayOf(context.clock);
  const name = (id: PersonId | undefined) =>
    id !== undefined && mayName(context, actor, id) ? (findPerson(context, id)?.title ?? id) : undefined;
  const said = (task: WheelTask) => (maySeeTask(actor, ownersOf(context, task)) ? task.touched : undefined);
  return workbook(t('documents.wheel.fileName', { year: query.year ?? today.slice(0, 4) }), [
    sheetOf(say('sheet'), tasksFound(context, actor, query), [
      [say('title'), 56, ({ activity }) => shippedIn(activity.title, actor.language)],
      [say('source'), 28, ({ activity }) => activity.source],
      [say('role'), 30, ({ activity }) => t(`roles.${activity.role}`)],
      [say('responsible'), 30, (task) => name(visibleResponsible(context, actor, task))],
      [say('centre'), 44, ({ centreId }) => centreRef(context, centreId)?.title],
      [say('occurrence'), 14, ({ occurrence }) => occurrence],
      [say('due'), 14, ({ due }) => due],
      [say('lookHead'), 14, (task) => say(`look.${taskLook(task, today)}`)],
      [say('doneOn'), 14, ({ touched }) => touched?.doneOn],
      [say('doneBy'), 30, ({ touched }) => name(touched?.doneBy)],
      [say('note'), 60, (task) => said(task)?.note],
      [say('evidence'), 44, (task) => said(task)?.evidence],
    ]),
  ]);
}
