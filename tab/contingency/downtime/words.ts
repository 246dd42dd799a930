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

/** `Det rammer 12 ydelser i 5 centre. Ældreplejen må højst være nede i 4 timer.` */
export function hitWords(services: readonly HitServiceView[], centres: number): string[] {
  if (services.length === 0 && centres === 0) return [t('downtime.hitNone')];
  const hit = t('downtime.hit', {
    services: t('downtime.services', { count: services.length }),
    centres: t('downtime.centres', { count: centres }),
  });
  const [first] = services;
  return first?.limit ? [hit, shortestWords(first.title, first.limit)] : [hit];
}

const shortestWords = (title: string, { hours, peak }: NonNullable<HitServiceView['limit']>): string =>
  peak === undefined
    ? t('downtime.shortest', { title, hours: asHours(hours) })
    : t('downtime.shortestPeak', { title, hours: asHours(hours), peak });
