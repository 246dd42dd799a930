import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { TextKey, Translate } from '../../../api/texts/catalogue.ts';
import { formatDate } from '../../../api/texts/format.ts';
import { catalogues, translator } from '../../../api/texts/translate.ts';

function textsOf(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : textsOf(value as object, `${prefix}${key}.`),
  );
}
const valuesFor = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/\{\{(\w+)(, day)?\}\}/g)].map(([, name = '', day]) => [
      name,
      day ? '2026-11-24' : `Åse ${name}`,
    ]),
  );
const say = (t: Translate, key: string, values?: Record<string, string | number>) => t(key as TextKey, values);

describe('the program’s texts', () => {
  it.each(['da', 'en'] as const)('are in %s what i18next says for every key and number', async (language) => {
    const i18next = createInstance();
    await i18next.init({
      lng: language,
      resources: { [language]: { translation: catalogues[language] } },
      interpolation: { escapeValue: false },
    });
    i18next.services.formatter?.add('day', (day: unknown) => formatDate(String(day), language));
    const t = translator(language);
    for (const [full, text] of textsOf(catalogues[language])) {
      expect(say(t, full, valuesFor(text)), full).toBe(i18next.t(full, valuesFor(text)));
      if (!/_(zero|one|other)$/.test(full)) continue;
      const key = full.replace(/_(zero|one|other)$/, '');
      for (const count of [0, 1, 2, 21, 1.5]) {
        const values = { ...valuesFor(text), count };
        expect(say(t, key, values), `${key} ${count}`).toBe(i18next.t(key, values));
      }
    }
  });

  it('keep a value that nobody gave in sight, and one that looks like a pattern as it is', () => {
    const [key, text] = textsOf(catalogues.da).find(([, one]) => /^\D*\{\{title\}\}/.test(one)) ?? ['', ''];
    expect(say(translator('da'), key)).toBe(text);
    expect(say(translator('da'), key, { title: '$& {{title}}' })).toContain('$& {{title}}');
  });

  it('are the key where there is no text', () => {
    expect(say(translator('da'), 'cards.nothing.here', { count: 1 })).toBe('cards.nothing.here');
    expect(say(translator('da'), 'cards.toString')).toBe('cards.toString');
  });
});
