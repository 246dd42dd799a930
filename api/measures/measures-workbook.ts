import type { Context } from '../context.ts';
import { localDate, todayOf, type Actor } from '../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import { measureRows, type MeasuresQuery } from './measure-views.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** The measures of a query as an Excel workbook in the actor's language. */
export function measuresWorkbook(context: Context, actor: Actor, query: MeasuresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.measures'>) => t(`documents.measures.${key}`);
  return workbook(t('documents.measures.fileName', { date: todayOf(context.clock) }), [
    sheetOf(say('sheet'), measureRows(context, query), [
      [say('title'), 60, ({ title }) => title],
      [say('state'), 18, ({ state }) => say(`states.${state}`)],
      [say('waitsFor'), 34, ({ waitsFor }) => waitsFor && t(`roles.${waitsFor}`)],
      [say('costOnce'), 16, ({ costOnce }) => costOnce],
      [say('costYearly'), 16, ({ costYearly }) => costYearly],
      [say('proposedBy'), 32, ({ proposedBy }) => proposedBy.name],
      [say('decidedAt'), 14, ({ decidedAt }) => decidedAt && localDate(new Date(decidedAt))],
      [say('tasks'), 16, ({ tasks }) => t('documents.measures.progress', { done: tasks.done, total: tasks.total })],
    ]),
  ]);
}
