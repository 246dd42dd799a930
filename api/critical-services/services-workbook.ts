import { findAsset } from '../assets/index.ts';
import type { Context } from '../context.ts';
import { todayOf, type Actor } from '../kernel/index.ts';
import { workbook, type Workbook } from '../workbook/index.ts';
import type { ServiceRow, ServicesQuery } from './contract.ts';
import { findServices } from './service-rows.ts';
import { findService } from './services.ts';

interface Column {
  name: string;
  width: number;
  value(row: ServiceRow): string | number;
}

const inText = 'criticalServices.workbook';

/** The services of a query as an Excel workbook in the actor's language, in their order; figures are hours. */
export function servicesWorkbook(context: Context, actor: Actor, query: ServicesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const systems = ({ key }: ServiceRow) =>
    (findService(context, key)?.needs ?? []).map((need) => findAsset(context, need)?.title ?? need).join('; ');
  const columns: readonly Column[] = [
    { name: 'title', width: 44, value: ({ title }) => title },
    { name: 'audience', width: 16, value: ({ audience }) => t(`contingency.audience.${audience}`) },
    { name: 'centre', width: 34, value: ({ centre }) => centre?.title ?? '' },
    { name: 'owner', width: 26, value: ({ owner }) => owner?.name ?? '' },
    { name: 'mtd', width: 18, value: ({ mtd }) => mtd ?? '' },
    { name: 'rto', width: 18, value: ({ rto }) => rto ?? '' },
    { name: 'rpo', width: 18, value: ({ rpo }) => rpo ?? '' },
    { name: 'acceptance', width: 26, value: ({ acceptance }) => t(`criticalServices.acceptance.state.${acceptance}`) },
    { name: 'needs', width: 50, value: systems },
    { name: 'minimum', width: 40, value: ({ key }) => findService(context, key)?.minimumOperation ?? '' },
    { name: 'gaps', width: 50, value: ({ gaps }) => gaps.map((gap) => t(`contingency.gap.${gap}`)).join('; ') },
    { name: 'reviewOn', width: 16, value: ({ reviewOn }) => reviewOn },
  ];
  const rows = [
    columns.map(({ name }) => t(`${inText}.column.${name}`)),
    ...findServices(context, actor, query).found.map((row) => columns.map(({ value }) => value(row))),
  ];
  const widths = columns.map(({ width }) => width);
  const name = t(`${inText}.fileName`, { date: todayOf(context.clock) });
  return workbook(name, [{ name: t(`${inText}.sheet`), rows, widths, wrap: true }]);
}
