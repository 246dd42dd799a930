/** `da` is the reference language; `en` is complete too. */
export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'da';

/** A text of the municipality's own, in the languages it is written in. Danish is always there. */
export interface Bilingual {
  da: string;
  en?: string | undefined;
}
/** The text for a reader: Danish when nobody has translated it. */
export const inLanguage = ({ da, en }: Bilingual, language: Language): string =>
  language === 'en' && en !== undefined && en !== '' ? en : da;
