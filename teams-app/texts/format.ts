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
/** Noon, so that a calendar day is the same day in Denmark. */
const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** `24. nov. 2026` · `24 Nov 2026` */
export const formatDate = (date: string, language: FormatLanguage): string =>
  formatter(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(noon(date.slice(0, 10)));

/** `12. december` · `12 December` */
export const formatDay = (date: string, language: FormatLanguage): string =>
  formatter(language, { day: 'numeric', month: 'long' }).format(noon(date.slice(0, 10)));

/** `onsdag 25. november` · `Wednesday 25 November` */
export const formatWeekday = (date: string, language: FormatLanguage): string =>
  formatter(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(date.slice(0, 10)));

/** `10.12` · `10:12` */
export const formatTime = (moment: string, language: FormatLanguage): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment));

/** The Danish calendar day of a moment, `YYYY-MM-DD`. */
export const dayOf = (moment: string): string =>
  formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(moment))
    .filter((part) => part.type !== 'literal')
    .reverse()
    .map((part) => part.value)
    .join('-');

/** `24. nov. 2026 kl. 10.12` · `24 Nov 2026 at 10:12` */
export const formatMoment = (moment: string, language: FormatLanguage): string =>
  `${formatDate(dayOf(moment), language)} ${language === 'da' ? 'kl.' : 'at'} ${formatTime(moment, language)}`;

/** `2.296` · `2,296` */
export const formatNumber = (value: number, language: FormatLanguage): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);

/** A share given as 0–100: `92,4 %` · `92.4%` */
export const formatPercent = (value: number, language: FormatLanguage): string =>
  `${formatNumber(value, language)}${language === 'da' ? '\u00a0%' : '%'}`;
