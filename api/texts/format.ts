/** Dates, numbers and shares as the reader writes them. Pure and light: used by tab, bot and documents. */
export type FormatLanguage = 'da' | 'en';

const locales = { da: 'da-DK', en: 'en-GB' } as const;
const zone = 'Europe/Copenhagen';
const known = new Map<string, Intl.DateTimeFormat>();

function formatter(language: FormatLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  let found = known.get(name);
  if (!found) known.set(name, (found = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })));
  return found;
}
/** Noon, so that a calendar day is the same day in Denmark; of a moment the day it is in Denmark. */
const noon = (date: string) => new Date(`${date.includes('T') ? dayOf(date) : date.slice(0, 10)}T12:00:00Z`);
/** What stands where a day or moment cannot be read: lists are edited by hand, and one slip must not take a card or a page. */
export const unreadable = '–';
const written = (format: Intl.DateTimeFormat, moment: Date): string =>
  Number.isNaN(moment.getTime()) ? unreadable : format.format(moment);

/** `24. nov. 2026` · `24 Nov 2026` */
export const formatDate = (date: string, language: FormatLanguage): string =>
  written(formatter(language, { day: 'numeric', month: 'short', year: 'numeric' }), noon(date));

/** `12. december` · `12 December` */
export const formatDay = (date: string, language: FormatLanguage): string =>
  written(formatter(language, { day: 'numeric', month: 'long' }), noon(date));

/** `onsdag 25. november` · `Wednesday 25 November` */
export const formatWeekday = (date: string, language: FormatLanguage): string =>
  written(formatter(language, { weekday: 'long', day: 'numeric', month: 'long' }), noon(date));

/** `10.12` · `10:12` */
export const formatTime = (moment: string, language: FormatLanguage): string =>
  written(formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), new Date(moment));

/** Years have four digits: the first and last moments of lists lie in a Danish day of the year before or after. */
const [firstNoon, lastNoon] = [Date.parse('0001-01-01T12:00:00Z'), Date.parse('9999-12-31T12:00:00Z')];

/** The Danish calendar day of a moment, `YYYY-MM-DD`; `–` of what is no moment. */
export function dayOf(moment: string): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return unreadable;
  const parts = formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(Math.min(Math.max(time, firstNoon), lastNoon)),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
}

/** `24. nov. 2026 kl. 10.12` · `24 Nov 2026 at 10:12` */
export const formatMoment = (moment: string, language: FormatLanguage): string =>
  dayOf(moment) === unreadable
    ? unreadable
    : `${formatDate(dayOf(moment), language)} ${language === 'da' ? 'kl.' : 'at'} ${formatTime(moment, language)}`;

/** `november 2026` · `November 2026` of `2026-11`, or `nov.` when short. */
export const formatMonth = (month: string, language: FormatLanguage, short = false): string =>
  written(formatter(language, short ? { month: 'short' } : { month: 'long', year: 'numeric' }), noon(`${month}-15`));

/** `december` · `December` of 12. */
export const formatMonthName = (month: number, language: FormatLanguage): string =>
  written(formatter(language, { month: 'long' }), new Date(Date.UTC(2026, month - 1, 15)));

const numbers = {
  da: new Intl.NumberFormat(locales.da, { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 1 }),
} as const;

/** `2.296` · `2,296` */
export const formatNumber = (value: number, language: FormatLanguage): string => numbers[language].format(value);

/** A share given as 0–100: `92,4 %` · `92.4%` */
export const formatPercent = (value: number, language: FormatLanguage): string =>
  `${formatNumber(value, language)}${language === 'da' ? '\u00a0%' : '%'}`;
