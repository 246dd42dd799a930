import { assetWord } from '../assets/index.ts';
import type { Context, Translate } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { workbook, type Workbook } from '../workbook/index.ts';
import type { OwnAssetRow, OwnAssetsQuery } from './contract.ts';
import { ownAssetRows } from './own-assets.ts';

/** Columns in order with their widths in characters. */
const columns = [
  ...([
    ['title', 40],
    ['kind', 14],
    ['part', 26],
    ['centre', 34],
    ['criticality', 12],
    ['level', 20],
    ['assessment', 22],
    ['assessedOn', 14],
    ['reviewOn', 16],
    ['plan', 24],
    ['testing', 20],
    ['open', 14],
    ['overdue', 12],
    ['next', 50],
    ['due', 14],
    ['nextWho', 26],
    ['supplier', 24],
    ['agreement', 24],
  ] as const),
] as const;
type Column = (typeof columns)[number][0];

function cells(t: Translate, row: OwnAssetRow): Record<Column, string> {
  const { standing, tasks, next, plan, testing, agreement } = row;
  const words = 'riskDocuments.ownAssets';
  return {
    title: row.title,
    kind: assetWord(t, 'kind', row.kind),
    part: row.part === 'owner' ? t(`${words}.part.owner`) : t(`${words}.part.standIn`, { name: row.owner?.name ?? '' }),
    centre: row.centre?.title ?? '',
    criticality: assetWord(t, 'criticality', standing.vital ? 'vital' : row.criticality),
    level: standing.level?.word ?? '',
    assessment: t(`risks.assessment.${standing.assessment}`),
    assessedOn: standing.assessedOn ?? '',
    reviewOn: standing.reviewOn ?? '',
    plan: plan ? `${t(`contingency.coverage.${plan.state}`)} (${plan.covered}/${plan.of})` : '',
    testing: testing ? t(`contingency.testStanding.${testing.look}`) : '',
    open: String(tasks.open),
    overdue: String(tasks.overdue),
    next: next ? t(`kinds.${next.kind}.owe`, { title: next.title }) : '',
    due: next?.due ?? '',
    nextWho: next?.person?.name ?? '',
    supplier: row.supplier ?? '',
    agreement: agreement ? t(`risks.agreement.${agreement.state}`) : '',
  };
}

/** The systems that the actor answers for as an Excel workbook in the actor's language, all of a query in their order. */
export function ownAssetsWorkbook(context: Context, actor: Actor, query: OwnAssetsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const words = 'riskDocuments.ownAssets';
  const rows = [
    columns.map(([column]) => t(`${words}.column.${column}`)),
    ...ownAssetRows(context, actor, query).found.map((row) => {
      const line = cells(t, row);
      return columns.map(([column]) => line[column]);
    }),
  ];
  return workbook(t(`${words}.fileName`, { date: todayOf(context.clock) }), [
    { name: t(`${words}.sheet`), rows, widths: columns.map(([, width]) => width) },
  ]);
}
