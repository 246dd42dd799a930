const names = {
  da: new Intl.DateTimeFormat('da-DK', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
};
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A month by name in the reader's language, from 1. */
export const monthName = (month: number): string =>
  names[document.documentElement.lang === 'en' ? 'en' : 'da'].format(new Date(Date.UTC(2026, month - 1, 1)));
