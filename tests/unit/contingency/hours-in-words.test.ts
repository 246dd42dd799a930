import { describe, expect, it } from 'vitest';
import { hoursInWords } from '../../../api/critical-services/index.ts';
import { formatNumber } from '../../../api/texts/format.ts';
import { translator } from '../../../api/texts/translate.ts';

const said = (hours: number, language: 'da' | 'en' = 'da') =>
  hoursInWords(translator(language), hours, (number) => formatNumber(number, language));

describe('a duration in words', () => {
  it.each([
    [1 / 60, '1 minut'],
    [0.5, '30 minutter'],
    [0.999, '1 time'],
    [1, '1 time'],
    [1.58, '1 time og 35 minutter'],
    [1.95, '1 time og 57 minutter'],
    [4, '4 timer'],
    [24, '1 døgn'],
    [168, '1 uge'],
  ])('says of %s hours: %s', (hours, words) => {
    expect(said(hours)).toBe(words);
  });

  it('is the same in English', () => {
    expect([said(1.95, 'en'), said(2, 'en')]).toEqual(['1 hour and 57 minutes', '2 hours']);
  });

  it('counts the data that was lost, and the minutes until the first message', () => {
    const t = translator('da');
    expect(t('contingencyTests.measured.lost', { hours: said(0.05) })).toBe('Der gik 3 minutters data tabt.');
    expect(t('contingencyTests.start.injects', { count: 1, after: said(1 / 60) })).toContain('efter 1 minut.');
  });
});
