import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import type { DowntimeRow, DowntimesQuery } from '../contract.ts';
import { minutesBetween } from './downtime.ts';
import { downtimesFound } from './downtime-list.ts';
import { downtimeRowOf } from './downtime-rows.ts';
import { sortableMoment } from '../../texts/format.ts';

const columns = [
  ...(['title', 'state', 'startedAt', 'endedAt', 'hours', 'limit', 'kept', 'services'] as const),
  ...(['centres', 'dataLoss', 'cause', 'lessons', 'reportedBy'] as const),
];
const widths = [40, 16, 18, 18, 12, 16, 14, 10, 50, 12, 50, 50, 30];
const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** What a search of the downtimes finds, all of it, as an Excel workbook in the actor's language. */
export function downtimesWorkbook(context: Context, actor: Actor, query: DowntimesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const word = (column: string) => t(`downtime.workbook.${column}`);
  const rows: Sheet['rows'] = [
    columns.map(word),
    ...downtimesFound(context, actor, query).map((downtime) => {
      const row = downtimeRowOf(context, downtime);
      return [
        ...[row.title, t(`downtime.state.${row.state}`), sortableMoment(row.startedAt)],
        ...[row.endedAt === undefined ? '' : sortableMoment(row.endedAt), lengthOf(row)],
        ...[row.limit?.hours ?? '', row.kept === undefined ? '' : t(`downtime.kept.${row.kept ? 'yes' : 'no'}`)],
        ...[row.services, row.centres.map(({ title }) => title).join(', '), row.dataLoss ?? ''],
        ...[downtime.cause, downtime.lessons, row.reportedBy.name],
      ];
    }),
  ];
  return workbook(t('downtime.workbook.fileName', { day: todayOf(context.clock) }), [
    { name: word('sheet'), rows, widths },
  ]);
}

const lengthOf = ({ startedAt, endedAt }: DowntimeRow): number | '' =>
  endedAt === undefined ? '' : inHours(minutesBetween(startedAt, endedAt));
