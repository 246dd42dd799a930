import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { facts, heading, paragraph } from '../../../bot/cards/index.ts';
import { oddIn } from '../../support/odd-sentences.ts';

/** Every file of texts, in both languages. */
const folder = join(import.meta.dirname, '../../../api/texts');
const files = ['da', 'en'].flatMap((language) =>
  readdirSync(join(folder, language)).map((file) => [`${language}/${file}`, join(folder, language, file)] as const),
);

function leaves(texts: unknown, prefix: string): [key: string, text: string][] {
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const key = `${prefix}.${name}`;
    if (typeof value === 'string') return [[key, value]];
    return leaves(value, key);
  });
}
/** As read for a count of one; other values are a word. */
const ofOne = (text: string): string =>
  text.replace(/\{\{(?:count|number|days)(?:, \w+)?\}\}/g, '1').replace(/\{\{[^}]+\}\}/g, 'X');

describe('no sentence is put together that no person would write', () => {
  it.each(files)('texts of %s about one thing read well', async (name, file) => {
    const texts: unknown = await import(file);
    const odd = leaves(texts, name)
      .filter(([key, text]) => !/_other$|Many$/.test(key) && text.includes('{{count}}'))
      .flatMap(([key, text]) => oddIn(ofOne(text)).map((found) => `${key}: ${found}`))
      .filter((found) => !found.includes('a day read as a list'));
    expect(odd).toEqual([]);
  });

  it.each([
    ['og 1 flere', 'a plural of one'],
    ['Senest 4 dage over tiden (20. november)', 'a deadline that is over'],
    ['30. nov. 2026 kl. 10.12', 'a day read as a list'],
    ['Tak, {{name}}', 'a value that is missing'],
    ['Ny sag. senest 12. december', 'a small letter after a full stop'],
    ['Du mangler 1 opgaver', 'a plural of one'],
  ])('%s is found', (text, name) => expect(oddIn(text)[0]).toContain(name));

  it.each([
    'Senest 12. december (om 18 dage)',
    '11 dage over tiden',
    'Den 30. nov. kl. 10.12',
    '1.1 opgaver',
    'Frist 3. dec.',
  ])('%s reads well', (text) => expect(oddIn(text)).toEqual([]));

  it('a day at the beginning of a line is no list, in every part of a card', () => {
    const day = '30. nov. 2026 kl. 10.12';
    const shown = [
      heading(day).text,
      paragraph(`Nede siden:\n${day}`).text,
      facts([['Nede siden', day]])[0]!.facts[0]!.value,
    ];
    for (const text of shown) expect(oddIn(text)).toEqual([]);
    for (const text of shown) expect(text.replaceAll('\u200b', '')).toContain(day);
  });
});
