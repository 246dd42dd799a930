import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import { allFigures } from './all-figures.ts';
import type { FiguresQuery } from './contract.ts';
import type { Owner } from './figure.ts';
import { figuresViewOf, figureWords, visibleOwners } from './figures-view.ts';
import { frozenMonths, readValue } from './figures-list.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/**
 * A query's figures, and all visible frozen months as one flat sheet: a row per figure, owner and month, for Excel and
 * Power BI.
 */
export async function figuresWorkbook(context: Context, actor: Actor, query: FiguresQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const text = (key: TextsUnder<'figureDocuments'>) => t(`figureDocuments.${key}`);
  const { figures } = await figuresViewOf(context, actor, query);
  const head = (column: TextsUnder<'figureDocuments.columns'>) => text(`columns.${column}`);
  return workbook(t('figureDocuments.fileName', { date: todayOf(context.clock) }), [
    sheetOf(text('sheet'), figures, [
      [head('area'), 22, ({ area }) => text(`areas.${area}`)],
      [head('name'), 48, ({ name }) => name],
      [head('value'), 12, ({ value }) => value],
      [head('unit'), 12, ({ unit }) => text(`units.${unit}`)],
      [head('of'), 12, ({ denominator }) => denominator],
      [head('lastMonth'), 18, ({ lastMonth }) => lastMonth?.value],
      [head('lastYear'), 18, ({ lastYear }) => lastYear?.value],
      [head('movement'), 18, ({ movement }) => text(`movements.${movement}`)],
      [head('explain'), 90, ({ explain }) => explain],
    ]),
    sheetOf(text('months'), monthRows(context, actor, text), [
      [head('day'), 14, ({ day }) => day],
      [head('owner'), 36, ({ owner }) => owner],
      [head('key'), 24, ({ key }) => key],
      [head('name'), 48, ({ name }) => name],
      [head('value'), 12, ({ value }) => value],
      [head('unit'), 12, ({ unit }) => text(`units.${unit}`)],
      [head('numerator'), 12, ({ numerator }) => numerator],
      [head('denominator'), 12, ({ denominator }) => denominator],
    ]),
  ]);
}

function monthRows(context: Context, actor: Actor, text: (key: TextsUnder<'figureDocuments'>) => string) {
  const names = new Map(allFigures.map((figure) => [figure.key, figureWords(context, actor.language, figure).name]));
  const nameOf = (owner: Owner) =>
    owner === 'whole' ? text('whole') : (centreRef(context, owner)?.title ?? String(owner));
  return visibleOwners(context, actor).flatMap((owner) =>
    frozenMonths(context, owner).flatMap(({ day, values }) =>
      allFigures.flatMap(({ key, unit }) => {
        const frozen = values[key];
        if (!frozen) return [];
        return [{ day, owner: nameOf(owner), key, name: names.get(key) ?? key, unit, ...readValue(frozen) }];
      }),
    ),
  );
}
