import { t, textOf } from '../shared/texts/texts.ts';

/** `kl. 8` · `8:00` */
export const hourText = (hour: number): string => t('reminders.wishes.oclock', { hour: String(hour) });
/** ISO weekday, 1 is Monday. */
export const weekdayText = (weekday: number): string => textOf(`reminders.wishes.days.d${weekday}`) ?? String(weekday);

const dayMilliseconds = 86_400_000;

/** Whether a day is today or tomorrow. */
export function dayName(day: string, today: string): 'today' | 'tomorrow' | undefined {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / dayMilliseconds);
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : undefined;
}

/** A day's name at the start of a sentence. */
export const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A text of its own within a sentence. */
export const insideSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
