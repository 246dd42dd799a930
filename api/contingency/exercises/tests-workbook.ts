import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import type { ImprovementsQuery, TestsQuery } from '../contract.ts';
import { improvementRows } from './improvement-rows.ts';
import { testRows } from './test-rows.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** The tests of a query as an Excel workbook in the actor's language. */
export function testsWorkbook(context: Context, actor: Actor, query: TestsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'contingencyTests.sheet'>) => t(`contingencyTests.sheet.${key}`);
  const result = (passed: boolean) => t(`contingencyTests.result.${passed ? 'passed' : 'failed'}`);
  return workbook(t('contingencyTests.sheet.fileName', { date: todayOf(context.clock) }), [
    sheetOf(say('name'), testRows(context, actor, query), [
      [say('title'), 44, ({ title }) => title],
      [say('plan'), 44, ({ plan }) => plan.title],
      [say('system'), 34, ({ asset }) => asset.title],
      [say('kind'), 22, ({ kind }) => t(`contingency.testKind.${kind}`)],
      [say('state'), 18, ({ state }) => t(`contingencyTests.state.${state}`)],
      [say('on'), 14, ({ at }) => localDate(new Date(at))],
      [say('leader'), 28, ({ leader }) => leader.name],
      [say('result'), 16, ({ passed }) => (passed === undefined ? '' : result(passed))],
      [say('recovery'), 20, ({ recovery }) => recovery],
      [say('open'), 20, ({ improvements }) => improvements.open + improvements.overdue],
    ]),
  ]);
}

/** The improvements of a query as an Excel workbook in the actor's language. */
export function improvementsWorkbook(context: Context, actor: Actor, query: ImprovementsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'contingencyTests.sheet'>) => t(`contingencyTests.sheet.${key}`);
  return workbook(t('contingencyTests.sheet.improvementsFile', { date: todayOf(context.clock) }), [
    sheetOf(say('improvements'), improvementRows(context, actor, query), [
      [say('improvement'), 50, ({ title }) => title],
      [say('owner'), 28, ({ owner }) => owner.name],
      [say('due'), 14, ({ due }) => due],
      [say('state'), 16, ({ state }) => t(`contingencyTests.improvementState.${state}`)],
      [say('from'), 40, ({ subject }) => subject?.title],
      [say('plan'), 40, ({ plan }) => plan?.title],
      [say('note'), 50, ({ note }) => note],
    ]),
  ]);
}
