import { leftInWords, minutesInWords } from '../../../api/contingency/downtime/minutes-in-words.ts';
import type { HitServiceView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';

const minuteLength = 60_000;

/** Whole minutes between two moments in milliseconds. */
export const minutesOf = (from: number, to: number): number => Math.trunc((to - from) / minuteLength);
/** `2 timer og 10 minutter` */
export const asLength = (minutes: number): string => minutesInWords(t, minutes);
/** `2 timer tilbage`, `overskredet for 20 minutter siden`. */
export const asLeft = (minutes: number): string => leftInWords(t, minutes);
export const lengthBetween = (from: string, to: string): string =>
  asLength(minutesOf(Date.parse(from), Date.parse(to)));

type ReportWord =
  | 'ask'
  | 'since'
  | 'note'
  | 'noteHint'
  | 'centres'
  | 'centresNone'
  | 'noneChosen'
  | 'changeCentres'
  | 'services';
/** What the report of a downtime says of one that lasts, or is over. */
export const reportWords = (word: ReportWord, isOver: boolean, values: Record<string, string> = {}): string =>
  t(isOver ? `downtime.start.past.${word}` : `downtime.start.${word}`, values);

/** The limit at a peak is that of the present hour. */
export const isLimitNow = ({ limit }: Pick<HitServiceView, 'limit'>): boolean => limit?.peak !== undefined;

/** `Det rammer 12 ydelser i 5 centre. Ældreplejen må højst være nede i 4 timer.` */
export function hitWords(services: readonly HitServiceView[], centres: number, isOver = false): string[] {
  if (services.length === 0 && centres === 0) return [t('downtime.hitNone')];
  const hit = t(isOver ? 'downtime.start.past.hit' : 'downtime.hit', {
    services: t('downtime.services', { count: services.length }),
    centres: t('downtime.centres', { count: centres }),
  });
  const [first] = services;
  return first?.limit && !(isOver && isLimitNow(first)) ? [hit, shortestWords(first.title, first.limit)] : [hit];
}

const shortestWords = (title: string, { hours, peak }: NonNullable<HitServiceView['limit']>): string =>
  peak === undefined
    ? t('downtime.shortest', { title, hours: asHours(hours) })
    : t('downtime.shortestPeak', { title, hours: asHours(hours), peak });

/** `Højst 4 timer`. */
export const limitWords = ({ limit }: Pick<HitServiceView, 'limit'>): string =>
  limit ? t('downtime.live.limit', { hours: asHours(limit.hours) }) : t('downtime.live.noLimit');
