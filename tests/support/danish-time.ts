import { TZDate } from '@date-fns/tz';
import { timeZone, type LocalDate } from '../../api/kernel/index.ts';

/** The moment of a time of day in Denmark, ISO; `09:00` in summer is another moment than in winter. */
export function atDanishTime(day: LocalDate, time: `${number}:${number}`): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()).toISOString();
}
