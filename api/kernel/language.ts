/** `da` is the reference language; `en` is complete too. */
export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'da';

/** A text of the municipality, by language. Danish is always present. */
export interface Bilingual {
  da: string;
  en?: string | undefined;
}
/** The text for a reader: Danish when there is no translation. */
export const inLanguage = ({ da, en }: Bilingual, language: Language): string =>
  language === 'en' && en !== undefined && en !== '' ? en : da;
