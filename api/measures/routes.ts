import { allow, from, routes } from '../http/route.ts';
import { measuresContract } from './contract.ts';
import { measureList, measureView, measureRows, type MeasuresQuery } from './measure-views.ts';
import { measureOrThrow } from './measures.ts';
import { measureReaders, proposers } from './permissions.ts';
import { changeMeasure, discardMeasure, proposeMeasure } from './propose-measure.ts';
import { submitMeasure } from './submit-measure.ts';
import type { Context } from '../context.ts';
import { localDate, todayOf, type Actor } from '../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

export const measureRoutes = routes(measuresContract, {
  'GET /api/measures': allow(measureReaders, from(measureList, 'query')),
  'GET /api/measures.xlsx': allow(measureReaders, from(measuresWorkbook, 'query')),
  'POST /api/measures': allow(proposers, async (context, actor, { body }) => {
    const { key } = await proposeMeasure(context, actor, body);
    return measureView(context, actor, measureOrThrow(context, key));
  }),
  'GET /api/measures/:measureKey': allow(measureReaders, (context, actor, { params }) =>
    measureView(context, actor, measureOrThrow(context, params.measureKey)),
  ),
  'PUT /api/measures/:measureKey': allow(proposers, async (context, actor, { params: { measureKey }, body }) => {
    await changeMeasure(context, actor, measureKey, body);
    return measureView(context, actor, measureOrThrow(context, measureKey));
  }),
  'DELETE /api/measures/:measureKey': allow(proposers, async (context, actor, { params }) => {
    await discardMeasure(context, actor, params.measureKey);
    return undefined;
  }),
  'POST /api/measures/:measureKey/submit': allow(proposers, async (context, actor, { params: { measureKey } }) => {
    await submitMeasure(context, actor, measureKey);
    return measureView(context, actor, measureOrThrow(context, measureKey));
  }),
});

/** A query's measures as an Excel workbook in the actor's language. */
function measuresWorkbook(context: Context, actor: Actor, query: MeasuresQuery): Promise<Workbook> {
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
