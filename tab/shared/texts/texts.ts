import {
  dayOf,
  formatDate,
  formatDay,
  formatMoment,
  formatNumber,
  formatPercent,
  formatTime,
  formatWeekday,
  type FormatLanguage,
} from '../../../api/texts/format.ts';
import type { TextValues } from '../../../api/texts/catalogue.ts';
import { catalogues, type CatalogueName, type TextKey } from './catalogues.ts';
import { createTranslator, type Loaded } from './translator.ts';

/** Teams' locale (`da-dk`, `en-gb`, …): Danish unless it is English. */
export const languageOfLocale = (locale: string): FormatLanguage =>
  locale.toLowerCase().startsWith('en') ? 'en' : 'da';

let language: FormatLanguage = 'da';
let loaded: Loaded = {};
let translate = createTranslator(language, loaded);

/** Sets the reader's language; Teams reloads the tab when it changes. */
export function chooseLanguage(chosen: FormatLanguage): void {
  language = chosen;
  loaded = {};
  translate = createTranslator(language, loaded);
  document.documentElement.lang = language;
}

/** Loads the named features' texts in the reader's language; loaded ones are free. */
export async function loadTexts(...names: CatalogueName[]): Promise<void> {
  const parts = await Promise.all(names.map((name) => catalogues[language][name]()));
  for (const part of parts) Object.assign(loaded, part);
}

/** A text by key. */
export const t = (key: TextKey, values?: TextValues): string => translate(key, values);
/** A text by a key from data (a state, a reason); undefined when unknown. */
export function textOf(key: string, values?: TextValues): string | undefined {
  const text = translate(key, values);
  return text === key ? undefined : text;
}

/** A line never breaks between day and month. */
const unbroken = (text: string): string => text.replace(/(\d\.?) /, '$1\u00a0');
export const asDate = (date: string): string => unbroken(formatDate(date, language));
export const asDay = (date: string): string => unbroken(formatDay(date, language));
export const asWeekday = (date: string): string => unbroken(formatWeekday(date, language));
export const asMoment = (moment: string): string => unbroken(formatMoment(moment, language));
export const asTime = (moment: string): string => formatTime(moment, language);
/** `Kortene sendes man. 30. nov. kl. 8.00.`: no messages are sent outside working hours. */
export const asCards = (at: string): string => t('common.cardsAt', dayAndTime(at));
/** `{{day}}` and `{{time}}` of texts about scheduled sending. */
export const dayAndTime = (at: string) => ({ day: asWeekday(dayOf(at)), time: asTime(at) });
export const asNumber = (value: number): string => formatNumber(value, language);
export const asPercent = (value: number): string => formatPercent(value, language);
/** Collates by language (å after ø in Danish). */
export const compareTexts = (one: string, other: string): number => one.localeCompare(other, language);
/**
 * `om 12 dage (6. december)`, `i dag`, `3 dage over tiden (20. november)`; without the day where it is already shown.
 */
export function asDue(daysLeft: number, due?: string): string {
  if (daysLeft === 0) return t('common.due.today');
  const key = daysLeft > 0 ? 'common.due.ahead' : 'common.due.over';
  const text = t(key, { count: Math.abs(daysLeft) });
  return due ? `${text} (${asDay(due)})` : text;
}
