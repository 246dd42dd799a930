import type { TextValues } from '../../../api/texts/catalogue.ts';
import { formFor, textAt } from '../../../api/texts/find-text.ts';
import { formatNumber, type FormatLanguage } from '../../../api/texts/format.ts';

/** The loaded catalogues of one language, by feature. */
export type Loaded = Record<string, unknown>;

/**
 * Looks texts up by the catalogues' rules (docs/decisions/0007-tab-texts-without-i18next.md): dotted keys,
 * `_zero`/`_one`/`_other` by `count`, `{{name}}`. Numbers are formatted by language; an unknown key is returned as is.
 */
export function createTranslator(language: FormatLanguage, loaded: Loaded) {
  const plurals = new Intl.PluralRules(language);
  return (key: string, values: TextValues = {}): string => {
    const text = formFor((form) => textAt(loaded, form), key, values['count'], plurals);
    return text === undefined
      ? key
      : text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
          const value = values[name];
          if (value === undefined) return whole;
          return typeof value === 'number' ? formatNumber(value, language) : value;
        });
  };
}
