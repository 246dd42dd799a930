import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Workbook } from '../../workbook/index.ts';
import { packsSeen } from './packs-seen.ts';

const columns = ['centre', 'standing', 'number', 'made', 'code', 'placedNumber', 'place', 'placedOn', 'by'] as const;

/** How each centre stands with its printed plans, as an Excel workbook in the actor's language. */
export function packsWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const t = context.texts(actor.language);
  const word = (key: string) => t(`offlinePacks.workbook.${key}`);
  const rows = packsSeen(context, actor).rows.map(({ centre, standing, latest, placement }) => [
    ...[centre.title, t(`offlinePacks.standing.${standing}`), latest?.number ?? ''],
    ...[latest ? localDate(new Date(latest.madeAt)) : '', latest?.code ?? ''],
    ...[placement?.number ?? '', placement?.place ?? '', placement?.placedOn ?? '', placement?.by.name ?? ''],
  ]);
  const name = t('offlinePacks.workbook.fileName', { day: todayOf(context.clock) });
  const widths = [40, 24, 10, 14, 14, 16, 40, 14, 28];
  return workbook(name, [{ name: word('sheet'), rows: [columns.map(word), ...rows], widths }]);
}
