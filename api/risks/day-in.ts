import type { Language } from '../kernel/index.ts';

const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const dates = { da: new Intl.DateTimeFormat('da-DK', options), en: new Intl.DateTimeFormat('en-GB', options) };

/** `24. nov. 2026`, as documents write days. */
export const dayIn = (day: string, language: Language): string => dates[language].format(new Date(`${day}T12:00:00Z`));
