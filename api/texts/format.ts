/**
 * Dates, numbers, shares and the order of words as the reader writes them. Pure and light: used by tab, bot and API.
 */
export type FormatLanguage = 'da' | 'en';

const locales = { da: 'da-DK', en: 'en-GB' } as const;
const zone = 'Europe/Copenhagen';
const forms = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  parts: { year: 'numeric', month: '2-digit', day: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
  monthName: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Form = keyof typeof forms;
const known = new Map<string, Intl.DateTimeFormat>();

function formatter(language: FormatLanguage, form: Form): Intl.DateTimeFormat {
  const name = `${language} ${form}`;
  let found = known.get(name);
  if (!found) known.set(name, (found = new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...forms[form] })));
  return found;
}
/** Noon, so that a calendar day is the same day in Denmark; of a moment the day it is in Denmark. */
const noon = (date: string) => new Date(`${date.includes('T') ? dayOf(date) : date.slice(0, 10)}T12:00:00Z`);
/**
 * Shown for a day or moment that cannot be read: lists are edited by hand, and no slip may break a card, page or
 * document.
 */
export const unreadable = '–';
const written = (language: FormatLanguage, form: Form, moment: Date): string =>
  Number.isNaN(moment.getTime()) ? unreadable : formatter(language, form).format(moment);

/** `24. nov. 2026` · `24 Nov 2026`, or with the month in full when long. Never throws: `–` for what is no day. */
export const formatDate = (date: string, language: FormatLanguage, form: 'short' | 'long' = 'short'): string =>
  written(language, form, noon(date));

/** `12. december` · `12 December` */
export const formatDay = (date: string, language: FormatLanguage): string => written(language, 'day', noon(date));

/** `onsdag 25. november` · `Wednesday 25 November` */
export const formatWeekday = (date: string, language: FormatLanguage): string =>
  written(language, 'weekday', noon(date));

/** `10.12` · `10:12` */
export const formatTime = (moment: string, language: FormatLanguage): string =>
  written(language, 'time', new Date(moment));

/** `09:00`, Danish time, in every language: what a field of time holds. `–` for what is no moment. */
export const clockTime = (moment: string): string => formatTime(moment, 'en');

/** `2026-11-24 10:12`, Danish time, which sorts as it reads. `–` for what is no moment. */
export const sortableMoment = (moment: string): string =>
  dayOf(moment) === unreadable ? unreadable : `${dayOf(moment)} ${clockTime(moment)}`;

/** Years have four digits: the first and last moments of lists lie in a Danish day of the year before or after. */
const [firstNoon, lastNoon] = [Date.parse('0001-01-01T12:00:00Z'), Date.parse('9999-12-31T12:00:00Z')];

/** The Danish calendar day of a moment, `YYYY-MM-DD`; `–` of what is no moment. */
export function dayOf(moment: string): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return unreadable;
  const parts = formatter('en', 'parts').formatToParts(new Date(Math.min(Math.max(time, firstNoon), lastNoon)));
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
  written(language, short ? 'monthShort' : 'month', noon(`${month}-15`));

/** `december` · `December` of 12. `–` for what is no month. */
export const formatMonthName = (month: number, language: FormatLanguage): string =>
  written(language, 'monthName', new Date(Date.UTC(2026, month - 1, 15)));

const numbersWith = (maximumFractionDigits: number) => ({
  da: new Intl.NumberFormat(locales.da, { maximumFractionDigits }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits }),
});
const numbers = { 0: numbersWith(0), 1: numbersWith(1), 3: numbersWith(3) } as const;

/** `2.296` · `2,296`, with one decimal at most unless another number of them is given. */
export const formatNumber = (value: number, language: FormatLanguage, decimals: 0 | 1 | 3 = 1): string =>
  numbers[decimals][language].format(value);

/** A share given as 0–100: `92,4 %` · `92.4%` */
export const formatPercent = (value: number, language: FormatLanguage): string =>
  `${formatNumber(value, language)}${language === 'da' ? '\u00a0%' : '%'}`;

/** The order of titles and names in a Danish register: å last, and `Plan 2` before `Plan 10`. */
export const compareDanish: (one: string, other: string) => number = new Intl.Collator('da', { numeric: true }).compare;
