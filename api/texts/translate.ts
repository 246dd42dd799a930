import * as da from './da/index.ts';
import * as en from './en/index.ts';
import { formFor, textAt } from './find-text.ts';
import { formatDate, type FormatLanguage } from './format.ts';
import type { TextKey, TextValues, Translate } from './catalogue.ts';

/** The texts that the program itself says: chat, cards, errors and documents. The tab loads its own, page by page. */
export const catalogues = { da, en };

/** Words, or the value between them: as it is, or a day in the reader's language. */
type Piece = string | { name: string; whole: string; isDay: boolean };
/** Texts in pieces by key, read once: cards say thousands. */
const known = { da: new Map<string, readonly Piece[]>(), en: new Map<string, readonly Piece[]>() };
const plurals = { da: new Intl.PluralRules('da'), en: new Intl.PluralRules('en') };

function piecesAt(language: FormatLanguage, key: string): readonly Piece[] | undefined {
  const found = known[language].get(key);
  if (found) return found;
  const text = textAt(catalogues[language], key);
  if (text === undefined) return undefined;
  const pieces = text.split(/(\{\{[^{}]+\}\})/).map((piece): Piece => {
    const [whole, name, form] = /^\{\{\s*(\w+)\s*(?:,\s*(day)\s*)?\}\}$/.exec(piece) ?? [];
    return whole === undefined || name === undefined ? piece : { name, whole, isDay: form !== undefined };
  });
  known[language].set(key, pieces);
  return pieces;
}

/** A value that nobody gave stays in sight. */
function filled({ name, whole, isDay }: Exclude<Piece, string>, values: TextValues, language: FormatLanguage): string {
  const value = values[name];
  if (value === undefined) return whole;
  return isDay ? formatDate(String(value), language) : String(value);
}

function say(language: FormatLanguage, key: string, values: TextValues): string {
  const pieces = formFor((form) => piecesAt(language, form), key, values['count'], plurals[language]);
  if (!pieces) return key;
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : filled(piece, values, language);
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
 * The text of an error's code; where its details say who did it and the code has words for that (`…ByName`), those.
 * Undefined without any.
 */
export function errorTextIfThere(t: Translate, code: string, values?: TextValues): string | undefined {
  const named = values !== undefined && 'name' in values ? textIfThere(t, `errors.${code}ByName`, values) : undefined;
  const dated = values !== undefined && 'on' in values ? textIfThere(t, `errors.${code}SinceDay`, values) : undefined;
  return named ?? dated ?? textIfThere(t, `errors.${code}`, values);
}

/**
 * The texts of a language by dotted key, e.g. `bot.help.title`, with values for `{{name}}` and days for `{{name,
 * day}}`; `count` chooses among `_zero`, `_one` and `_other`; an unknown key is returned as is.
 */
export const translator =
  (language: FormatLanguage): Translate =>
  (key, values = {}) =>
    say(language, key, values);
