import { formatMonthName } from '../../../api/texts/format.ts';

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A month by name in the reader's language, from 1. */
export const monthName = (month: number): string =>
  formatMonthName(month, document.documentElement.lang === 'en' ? 'en' : 'da');
