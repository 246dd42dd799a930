import { createInstance, type i18n } from 'i18next';
import * as da from './da/index.ts';
import * as en from './en/index.ts';
import { formatDate, type FormatLanguage } from './format.ts';
import type { TextKey, TextValues, Translate } from './catalogue.ts';

/** The texts that the program itself says: chat, cards, errors and documents. The tab loads its own, page by page. */
export const catalogues = { da, en };

const known = new Map<FormatLanguage, i18n>();

function texts(language: FormatLanguage): i18n {
  const found = known.get(language);
  if (found) return found;
  const made = createInstance({
    lng: language,
    fallbackLng: 'da',
    resources: { [language]: { translation: catalogues[language] } },
    // Receivers render text, never HTML: cards escape their own Markdown.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  void made.init();
  made.services.formatter?.add('day', (day: unknown) => formatDate(String(day), language));
  known.set(language, made);
  return made;
}

/** Texts that are the same each time: a table of 50,000 rows says the same few words in every one. */
const plain = { da: new Map<string, string>(), en: new Map<string, string>() };
/** More than all the keys there are. */
const mostPlain = 20_000;

function plainText(language: FormatLanguage, key: string): string {
  const found = plain[language].get(key);
  if (found !== undefined) return found;
  const text = texts(language).t(key);
  if (plain[language].size < mostPlain) plain[language].set(key, text);
  return text;
}

const keys = new Set(keysIn(da));
function keysIn(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysIn(value).map((rest) => `${key}.${rest}`)
      : key.replace(/_(?:one|other)$/, ''),
  );
}

/** Whether a key that is made of stored data or of an error's code has a text. */
export const isTextKey = (key: string): key is TextKey => keys.has(key);

/** The text of such a key; undefined where there is none. */
export const textIfThere = (t: Translate, key: string, values?: TextValues): string | undefined =>
  isTextKey(key) ? t(key, values) : undefined;

/**
 * The texts of a language by dotted key, e.g. `bot.help.title`, with values for `{{name}}` and days for `{{name, day}}`;
 * `count` chooses the plural.
 */
export const translator =
  (language: FormatLanguage): Translate =>
  (key, values) =>
    values === undefined ? plainText(language, key) : texts(language).t(key, { ...values });
