import { t, textOf } from '../shared/texts/texts.ts';

/** `kl. 8` · `8:00` */
export const hourText = (hour: number): string => t('reminders.wishes.oclock', { hour: String(hour) });
/** ISO weekday, 1 is Monday. */
export const weekdayText = (weekday: number): string => textOf(`reminders.wishes.days.d${weekday}`) ?? String(weekday);
