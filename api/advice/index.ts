import type { Context } from '../context.ts';
import { editing, etagOf } from '../edits/index.ts';
import { allow, from, routes, type Route } from '../http/index.ts';
import { localDate, todayOf, type Actor, type Instant } from '../kernel/index.ts';
import { freshnessOf, People } from '../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import {
  adviceFound,
  adviceReaders,
  adviceView,
  adviceViewOf,
  adviceWriters,
  changeAdvice,
  mayWriteAdvice,
  recordAdvice,
} from './advice.ts';
import { Advice } from './advice-list.ts';
import { adviceContract, type AdviceQuery } from './contract.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** The security team's advice log (R14): who asked, and the answer. */
export { Advice, type AdviceGiven } from './advice-list.ts';
export { adviceReaders } from './advice.ts';

function adviceWorkbook(context: Context, actor: Actor, query: AdviceQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const head = (column: TextsUnder<'advice.columns'>) => t(`advice.columns.${column}`);
  const found = adviceFound(context, query).map((one) => adviceViewOf(context, actor, one));
  return workbook(t('advice.fileName', { date: todayOf(context.clock) }), [
    sheetOf(t('advice.sheet'), found, [
      [head('at'), 14, ({ at }) => localDate(at as Instant)],
      [head('askedBy'), 30, ({ askedBy }) => askedBy.name],
      [head('centre'), 36, ({ centre }) => centre?.title],
      [head('answer'), 90, ({ answer }) => answer],
      [head('by'), 30, ({ by }) => by.name],
    ]),
  ]);
}

export const adviceRoutes: readonly Route[] = routes(adviceContract, {
  'GET /api/advice': allow(adviceReaders, (context, actor, { query: { offset, limit, ...query } }) => {
    const found = adviceFound(context, query);
    return {
      advice: found.slice(offset, offset + limit).map((one) => adviceViewOf(context, actor, one)),
      total: found.length,
      abilities: { write: mayWriteAdvice(actor) },
      freshness: freshnessOf(context, Advice, People),
    };
  }),
  'GET /api/advice/:adviceKey': allow(adviceReaders, from(adviceView, 'adviceKey')),
  'GET /api/advice.xlsx': allow(adviceReaders, from(adviceWorkbook, 'query')),
  'POST /api/advice': allow(adviceWriters, async (context, actor, { body }) =>
    adviceViewOf(context, actor, await recordAdvice(context, actor, body)),
  ),
  'PUT /api/advice/:adviceKey': allow(
    adviceWriters,
    editing(
      (context, { params }, actor) => adviceView(context, actor, params.adviceKey).etag,
      async (context, actor, { params, body }) =>
        adviceViewOf(context, actor, await changeAdvice(context, actor, params.adviceKey, body)),
      { etagSent: ({ askedById, answer }) => etagOf([askedById, answer]) },
    ),
  ),
});
