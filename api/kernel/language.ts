/** `da` is the reference language; `en` is complete too. */
export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'da';
