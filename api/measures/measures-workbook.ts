import type { Context } from '../context.ts';
import { localDate, todayOf, type Actor } from '../kernel/index.ts';
import { workbook, type Sheet, type Workbook } from '../workbook/index.ts';
import { measureRows, type MeasuresQuery } from './measure-views.ts';

const columns = ['title', 'state', 'waitsFor', 'costOnce', 'costYearly', 'proposedBy', 'decidedAt', 'tasks'] as const;
const widths = [60, 18, 34, 16, 16, 32, 14, 16];

/** The measures of a query as an Excel workbook in the actor's language. */
export function measuresWorkbook(context: Context, actor: Actor, query: MeasuresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const date = todayOf(context.clock);
  const rows: Sheet['rows'] = [
    columns.map((column) => t(`documents.measures.${column}`)),
    ...measureRows(context, query).map((row) => [
      row.title,
      t(`documents.measures.states.${row.state}`),
      row.waitsFor === undefined ? '' : t(`roles.${row.waitsFor}`),
      row.costOnce,
      row.costYearly,
      row.proposedBy.name,
      row.decidedAt === undefined ? '' : localDate(new Date(row.decidedAt)),
      t('documents.measures.progress', { done: row.tasks.done, total: row.tasks.total }),
    ]),
  ];
  return workbook(t('documents.measures.fileName', { date }), [{ name: t('documents.measures.sheet'), rows, widths }]);
}
