import type { Context, Translate } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { rowsOf, workbook, type Row, type Workbook } from '../workbook/index.ts';
import type { ProcedureRow } from './contract.ts';
import { procedureCoverage } from './coverage.ts';
import { proceduresFound, type ProceduresQuery } from './procedures-seen.ts';
import { rowOf } from './rows.ts';

const columns = [
  ...(['title', 'kind', 'centre', 'area', 'guideline', 'number', 'state'] as const),
  ...(['validFrom', 'reviewOn', 'coming', 'file'] as const),
];
const widths = [56, 18, 40, 30, 50, 10, 18, 14, 14, 18, 40];

/** What a search of the library finds, all of it, as an Excel workbook in the actor's language. */
export async function proceduresWorkbook(context: Context, actor: Actor, query: ProceduresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { made, found } = await proceduresFound(context, actor, query);
  const header = columns.map((column) => t(`procedureTexts.workbook.${column}`));
  const rows = rowsOf(header, found, ({ seen }) => lineOf(rowOf(made, seen), t));
  const name = t('procedureTexts.workbook.fileName', { day: todayOf(context.clock) });
  return workbook(name, [{ name: t('procedureTexts.workbook.sheet'), rows, widths }]);
}

const lineOf = (row: ProcedureRow, t: Translate): (string | number)[] => [
  row.title,
  t(`procedureTexts.kind.${row.kind}`),
  row.centre?.title ?? '',
  row.area.title,
  row.guideline?.title ?? '',
  row.number,
  t(`procedureTexts.state.${row.state}`),
  row.validFrom ?? '',
  row.reviewOn ?? '',
  row.coming === undefined ? '' : t(`procedureTexts.state.${row.coming}`),
  row.file?.name ?? '',
];

/** The matrix of guidelines and centres as an Excel workbook in the actor's language. */
export function coverageWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const { centres, guidelines } = procedureCoverage(context, actor);
  const word = (column: string) => t(`procedureTexts.workbook.${column}`);
  const rows: Row[] = [
    [word('guideline'), word('area'), ...centres.map(({ title }) => title), word('valid')],
    ...guidelines.map(({ title, area, cells, valid }) => [
      ...[title, area, ...cells.map(({ state }) => t(`procedureTexts.coverage.${state}`)), valid],
    ]),
    [word('valid'), '', ...centres.map(({ valid }) => valid), ''],
  ];
  const name = t('procedureTexts.workbook.coverageName', { day: todayOf(context.clock) });
  const sheet = { name: word('coverageSheet'), rows, widths: [56, 30, ...centres.map(() => 20), 12] };
  return workbook(name, [sheet]);
}
