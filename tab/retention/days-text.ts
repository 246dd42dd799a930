import { t } from '../shared/texts/texts.ts';

const yearDays = 365.25;

/** Whole years where it is so many, to a day or two; else days. */
export function daysText(days: number): string {
  const years = Math.round(days / yearDays);
  return years > 0 && Math.abs(days - years * yearDays) < 2
    ? t('retention.years', { count: years })
    : t('retention.days', { count: days });
}
