import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { workbook, type Row, type Workbook } from '../workbook/index.ts';
import { allFigures } from './all-figures.ts';
import type { FiguresQuery, FigureView } from './contract.ts';
import type { Owner } from './figure.ts';
import { readValue } from './figures-list.ts';
import { figuresViewOf, figureWords, ownersSeen } from './figures-view.ts';
import { frozenMonths } from './figures-list.ts';

const columns = ['area', 'name', 'value', 'unit', 'of', 'lastMonth', 'lastYear', 'movement', 'explain'] as const;
const monthColumns = ['day', 'owner', 'key', 'name', 'value', 'unit', 'numerator', 'denominator'] as const;

/**
 * The figures of a query, and every frozen month of all that the reader may see as one flat sheet: a row a figure, owner and
 * month, for Excel and Power BI.
 */
export async function figuresWorkbook(context: Context, actor: Actor, query: FiguresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const text = (key: string) => t(`figureDocuments.${key}`);
  const { figures } = await figuresViewOf(context, actor, query);
  const date = todayOf(context.clock);
  return workbook(t('figureDocuments.fileName', { date }), [
    {
      name: text('sheet'),
      rows: [columns.map((column) => text(`columns.${column}`)), ...figures.map((figure) => rowOf(figure, text))],
      widths: [22, 48, 12, 12, 12, 18, 18, 18, 90],
    },
    {
      name: text('months'),
      rows: [monthColumns.map((column) => text(`columns.${column}`)), ...monthRows(context, actor, text)],
      widths: [14, 36, 24, 48, 12, 12, 12, 12],
    },
  ]);
}

const rowOf = (figure: FigureView, text: (key: string) => string): Row => [
  text(`areas.${figure.area}`),
  figure.name,
  figure.value ?? '',
  text(`units.${figure.unit}`),
  figure.denominator ?? '',
  figure.lastMonth?.value ?? '',
  figure.lastYear?.value ?? '',
  text(`movements.${figure.movement}`),
  figure.explain,
];

function monthRows(context: Context, actor: Actor, text: (key: string) => string): Row[] {
  const names = new Map(allFigures.map((figure) => [figure.key, figureWords(context, actor.language, figure).name]));
  const nameOf = (owner: Owner) =>
    owner === 'whole' ? text('whole') : (centreRef(context, owner)?.title ?? String(owner));
  return ownersSeen(context, actor).flatMap((owner) =>
    frozenMonths(context, owner).flatMap(({ day, values }) =>
      allFigures.flatMap(({ key, unit }) => {
        const frozen = values[key];
        if (!frozen) return [];
        const { value, numerator, denominator } = readValue(frozen);
        return [
          [
            day,
            nameOf(owner),
            key,
            names.get(key) ?? key,
            value ?? '',
            text(`units.${unit}`),
            numerator,
            denominator ?? '',
          ],
        ];
      }),
    ),
  );
}
