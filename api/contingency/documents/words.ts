import type { Translate } from '../../context.ts';
import { hoursInWords } from '../../critical-services/hours-in-words.ts';
import { type Language } from '../../kernel/index.ts';
import { formatDate, formatNumber } from '../../texts/format.ts';

/** Formatting of printed documents. */
export interface PaperWords {
  language: Language;
  t: Translate;
  /** `24. nov. 2026` */
  day(date: string): string;
  /** `4 timer` */
  hours(hours: number): string;
  /** `inden 15 minutter` */
  within(minutes: number): string;
}

export function paperWords(t: Translate, language: Language): PaperWords {
  const hours = (length: number) => hoursInWords(t, length, (number) => formatNumber(number, language, 3));
  return {
    language,
    t,
    hours,
    day: (date) => formatDate(date, language),
    within: (minutes) =>
      minutes === 0 ? t('offlinePacks.paper.atOnce') : t('offlinePacks.paper.within', { time: hours(minutes / 60) }),
  };
}
