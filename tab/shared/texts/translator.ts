import type { TextValues } from '../../../api/texts/catalogue.ts';
import { formatNumber, type FormatLanguage } from '../../../api/texts/format.ts';

/** The loaded catalogues of one language, by feature. */
export type Loaded = Record<string, unknown>;

function textAt(loaded: Loaded, key: string): string | undefined {
  let found: unknown = loaded;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Loaded)[part];
  }
  return typeof found === 'string' ? found : undefined;
}

/**
 * Looks texts up by the catalogues' rules (docs/decisions/0007-tab-texts-without-i18next.md): dotted keys,
 * `_zero`/`_one`/`_other` by `count`, `{{name}}`. Numbers are formatted by language; an unknown key is returned as is.
 */
export function createTranslator(language: FormatLanguage, loaded: Loaded) {
  const plurals = new Intl.PluralRules(language);
  return (key: string, values: TextValues = {}): string => {
    const count = values['count'];
    const none = count === 0 ? textAt(loaded, `${key}_zero`) : undefined;
    const plural = typeof count === 'number' ? textAt(loaded, `${key}_${plurals.select(count)}`) : undefined;
    const text = none ?? plural ?? textAt(loaded, key) ?? textAt(loaded, `${key}_other`);
    return text === undefined
      ? key
      : text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
          const value = values[name];
          if (value === undefined) return whole;
          return typeof value === 'number' ? formatNumber(value, language) : value;
        });
  };
}
