import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import type { ServiceRow, ServicesQuery } from './contract.ts';
import { findServices } from './service-rows.ts';
import { findService } from './services.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** A query's services as an Excel workbook in the actor's language, in order; figures in hours. */
export function servicesWorkbook(context: Context, actor: Actor, query: ServicesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const systems = ({ key }: ServiceRow) =>
    (findService(context, key)?.needs ?? []).map((need) => findAsset(context, need)?.title ?? need).join('; ');
  const head = (name: TextsUnder<'criticalServices.workbook.column'>) => t(`criticalServices.workbook.column.${name}`);
  return workbook(t('criticalServices.workbook.fileName', { date: todayOf(context.clock) }), [
    sheetOf(
      t('criticalServices.title'),
      findServices(context, actor, query).found,
      [
        [head('title'), 44, ({ title }) => title],
        [head('audience'), 16, ({ audience }) => t(`contingency.audience.${audience}`)],
        [head('centre'), 34, ({ centre }) => centre?.title],
        [head('owner'), 26, ({ owner }) => owner?.name],
        [head('mtd'), 18, ({ mtd }) => mtd],
        [head('rto'), 18, ({ rto }) => rto],
        [head('rpo'), 18, ({ rpo }) => rpo],
        [head('acceptance'), 26, ({ acceptance }) => t(`criticalServices.acceptance.state.${acceptance}`)],
        [head('needs'), 50, systems],
        [head('minimum'), 40, ({ key }) => findService(context, key)?.minimumOperation],
        [head('gaps'), 50, ({ gaps }) => gaps.map((gap) => t(`contingency.gap.${gap}`)).join('; ')],
        [head('reviewOn'), 16, ({ reviewOn }) => reviewOn],
      ],
      { wrap: true },
    ),
  ]);
}
