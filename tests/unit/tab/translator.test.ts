import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { common as commonDa } from '../../../api/texts/da/common.ts';
import { deliveries as deliveriesDa } from '../../../api/texts/da/deliveries.ts';
import { figures as figuresDa } from '../../../api/texts/da/figures.ts';
import { home as homeDa } from '../../../api/texts/da/home.ts';
import { organisation as organisationDa } from '../../../api/texts/da/organisation.ts';
import { policy as policyDa } from '../../../api/texts/da/policy.ts';
import { common as commonEn } from '../../../api/texts/en/common.ts';
import { deliveries as deliveriesEn } from '../../../api/texts/en/deliveries.ts';
import { figures as figuresEn } from '../../../api/texts/en/figures.ts';
import { home as homeEn } from '../../../api/texts/en/home.ts';
import { organisation as organisationEn } from '../../../api/texts/en/organisation.ts';
import { policy as policyEn } from '../../../api/texts/en/policy.ts';
import { createTranslator } from '../../../tab/shared/texts/translator.ts';

const catalogues = {
  da: {
    common: commonDa,
    deliveries: deliveriesDa,
    figures: figuresDa,
    home: homeDa,
    organisation: organisationDa,
    policy: policyDa,
  },
  en: {
    common: commonEn,
    deliveries: deliveriesEn,
    figures: figuresEn,
    home: homeEn,
    organisation: organisationEn,
    policy: policyEn,
  },
};

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
  );
}
const textAt = (texts: object, key: string): string =>
  key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown>)[part], texts) as string;
const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('the tab’s texts', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(catalogues.en)).toEqual(keysOf(catalogues.da));
  });

  it('take the same values in both languages', () => {
    for (const key of keysOf(catalogues.da))
      expect(namesIn(textAt(catalogues.en, key)), key).toEqual(namesIn(textAt(catalogues.da, key)));
  });

  it('never shout and never call a code by its name', () => {
    for (const texts of [catalogues.da, catalogues.en])
      for (const key of keysOf(texts)) expect(textAt(texts, key), key).not.toMatch(/!/);
  });
});

describe('createTranslator', () => {
  it.each(['da', 'en'] as const)('says in %s what i18next says for every key and number', async (language) => {
    const i18next = createInstance();
    await i18next.init({
      lng: language,
      resources: { [language]: { translation: catalogues[language] } },
      interpolation: { escapeValue: false },
    });
    const translate = createTranslator(language, catalogues[language]);
    for (const full of keysOf(catalogues[language])) {
      const key = full.replace(/_(zero|one|other)$/, '');
      for (const count of [0, 1, 2, 21])
        expect(translate(key, { count, name: 'Åse' }), `${key} ${count}`).toBe(i18next.t(key, { count, name: 'Åse' }));
    }
  });

  it('writes numbers as the language does', () => {
    expect(createTranslator('da', catalogues.da)('home.coverage.missing', { count: 2296 })).toBe('2.296 mangler');
    expect(createTranslator('en', catalogues.en)('home.coverage.missing', { count: 2296 })).toBe('2,296 have not');
  });

  it('gives an unknown key back', () => {
    expect(createTranslator('da', catalogues.da)('home.nothing.here')).toBe('home.nothing.here');
  });

  it('leaves a value that nobody gave in sight', () => {
    expect(createTranslator('da', { a: 'Hej {{name}}' })('a')).toBe('Hej {{name}}');
  });

  it('puts values in as they are, also when they look like a pattern', () => {
    expect(createTranslator('da', { a: 'Hej {{name}}' })('a', { name: '$& {{name}}' })).toBe('Hej $& {{name}}');
  });
});
