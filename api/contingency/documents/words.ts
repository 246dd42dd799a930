import type { Translate } from '../../context.ts';
import { hoursInWords } from '../../critical-services/hours-in-words.ts';
import { dayInWords, type Language } from '../../kernel/index.ts';

const numbers = { da: new Intl.NumberFormat('da-DK'), en: new Intl.NumberFormat('en-GB') };

/** The words that documents to print are written with. */
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
  const hours = (length: number) => hoursInWords(t, length, (number) => numbers[language].format(number));
  return {
    ...{ language, t, hours },
    day: (date) => dayInWords(date, language),
    within: (minutes) =>
      minutes === 0 ? t('offlinePacks.paper.atOnce') : t('offlinePacks.paper.within', { time: hours(minutes / 60) }),
  };
}
