import { localDate, timeZone } from './dates.ts';
import type { Language } from './language.ts';

const locales = { da: 'da-DK', en: 'en-GB' } as const;
const forms = {
  /** `24. nov. 2026` · `24 Nov 2026` */
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  /** `24. november 2026` · `24 November 2026` */
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  /** `november` · `November` */
  month: { month: 'long', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Form = keyof typeof forms;
const formatOf = (form: Form) => ({
  da: new Intl.DateTimeFormat(locales.da, forms[form]),
  en: new Intl.DateTimeFormat(locales.en, forms[form]),
});
const formats = { short: formatOf('short'), long: formatOf('long'), month: formatOf('month') };
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** What stands where a list holds no day: somebody edited it by hand, and one slip must not take a whole document. */
const unreadable = '–';
const danishDay = (moment: string): string => (Number.isNaN(Date.parse(moment)) ? moment : localDate(new Date(moment)));
const written = (format: Intl.DateTimeFormat, moment: Date): string =>
  Number.isNaN(moment.getTime()) ? unreadable : format.format(moment);

/** A calendar day (or the Danish day of a moment) as documents write it. Never throws: `–` for what is no day. */
export const dayInWords = (day: string, language: Language, form: 'short' | 'long' = 'short'): string =>
  written(formats[form][language], new Date(`${day.includes('T') ? danishDay(day) : day.slice(0, 10)}T12:00:00Z`));

/** A month by its name, from 1. Never throws: `–` for what is none. */
export const monthInWords = (month: number, language: Language): string =>
  written(formats.month[language], new Date(Date.UTC(2026, month - 1, 15)));

/** `09:00`, Danish time. Never throws: `–` for what is no moment. */
export const timeOfDay = (moment: string): string => written(clock, new Date(moment));

/** `2026-11-24 10:12`, Danish time, which sorts as it reads. Never throws: `–` for what is no moment. */
export const sortableMoment = (moment: string): string => written(sortable, new Date(moment));
