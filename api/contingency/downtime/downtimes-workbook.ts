import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import type { DowntimeRow, DowntimesQuery } from '../contract.ts';
import { minutesBetween } from './downtime.ts';
import { downtimesFound } from './downtime-list.ts';
import { downtimeRowOf } from './downtime-rows.ts';
import { sortableMoment } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** A search's downtimes, complete, as an Excel workbook in the actor's language. */
export function downtimesWorkbook(context: Context, actor: Actor, query: DowntimesQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'downtime.workbook'>) => t(`downtime.workbook.${key}`);
  const found = downtimesFound(context, actor, query).map((downtime) => ({
    cause: downtime.cause,
    lessons: downtime.lessons,
    ...downtimeRowOf(context, downtime),
  }));
  const hours = ({ startedAt, endedAt }: DowntimeRow) =>
    endedAt === undefined ? undefined : inHours(minutesBetween(startedAt, endedAt));
  return workbook(t('downtime.workbook.fileName', { day: todayOf(context.clock) }), [
    sheetOf(say('sheet'), found, [
      [say('title'), 40, ({ title }) => title],
      [say('state'), 16, ({ state }) => t(`downtime.state.${state}`)],
      [say('startedAt'), 18, ({ startedAt }) => sortableMoment(startedAt)],
      [say('endedAt'), 18, ({ endedAt }) => endedAt && sortableMoment(endedAt)],
      [say('hours'), 12, hours],
      [say('limit'), 16, ({ limit }) => limit?.hours],
      [say('kept'), 14, ({ kept }) => (kept === undefined ? '' : t(`downtime.kept.${kept ? 'yes' : 'no'}`))],
      [say('services'), 10, ({ services }) => services],
      [say('centres'), 50, ({ centres }) => centres.map(({ title }) => title).join('; ')],
      [say('dataLoss'), 12, ({ dataLoss }) => dataLoss],
      [say('cause'), 50, ({ cause }) => cause],
      [say('lessons'), 50, ({ lessons }) => lessons],
      [say('reportedBy'), 30, ({ reportedBy }) => reportedBy.name],
    ]),
  ]);
}
