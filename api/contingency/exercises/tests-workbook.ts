import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import type { ImprovementsQuery, TestsQuery } from '../contract.ts';
import { improvementRows } from './improvement-rows.ts';
import { testRows } from './test-rows.ts';

const testColumns = ['title', 'plan', 'system', 'kind', 'state', 'on', 'leader', 'result', 'recovery', 'open'] as const;
const testWidths = [44, 44, 34, 22, 18, 14, 28, 16, 20, 20];

/** The tests of a query as an Excel workbook in the actor's language. */
export function testsWorkbook(context: Context, actor: Actor, query: TestsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: string) => t(`contingencyTests.sheet.${key}`);
  const rows: Sheet['rows'] = [
    testColumns.map((column) => say(column)),
    ...testRows(context, actor, query).map((row) => [
      ...[row.title, row.plan.title, row.asset.title, t(`contingency.testKind.${row.kind}`)],
      ...[t(`contingencyTests.state.${row.state}`), localDate(new Date(row.at)), row.leader.name],
      row.passed === undefined ? '' : t(`contingencyTests.result.${row.passed ? 'passed' : 'failed'}`),
      row.recovery ?? '',
      row.improvements.open + row.improvements.overdue,
    ]),
  ];
  const date = todayOf(context.clock);
  return workbook(t('contingencyTests.sheet.fileName', { date }), [{ name: say('name'), rows, widths: testWidths }]);
}

const improvementColumns = ['improvement', 'owner', 'due', 'state', 'from', 'plan', 'note'] as const;
const improvementWidths = [50, 28, 14, 16, 40, 40, 50];

/** The improvements of a query as an Excel workbook in the actor's language. */
export function improvementsWorkbook(context: Context, actor: Actor, query: ImprovementsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: string) => t(`contingencyTests.sheet.${key}`);
  const rows: Sheet['rows'] = [
    improvementColumns.map((column) => say(column)),
    ...improvementRows(context, actor, query).map(({ title, owner, due, state, subject, plan, note }) => [
      ...[title, owner.name, due, t(`contingencyTests.improvementState.${state}`)],
      ...[subject?.title ?? '', plan?.title ?? '', note],
    ]),
  ];
  const date = todayOf(context.clock);
  return workbook(t('contingencyTests.sheet.improvementsFile', { date }), [
    { name: say('improvements'), rows, widths: improvementWidths },
  ]);
}
