import { beforeAll, describe, expect, it } from 'vitest';
import { asDuration } from '../../../tab/shared/duration.ts';
import {
  asDate,
  asDay,
  asDue,
  asMoment,
  asWeekday,
  languageOfLocale,
  loadTexts,
  t,
  textOf,
} from '../../../tab/shared/texts/texts.ts';
import { numberAfter } from '../../../tab/policy/draft-start.ts';

beforeAll(() => loadTexts('common', 'policy', 'deliveries', 'inspectionPages'));

it('says of a programme that is carried out that nothing is left, instead of counting none', () => {
  expect(t('inspectionPages.answer', { count: 0, done: 4 })).toBe('4 tilsyn holdt, ingen tilbage');
  expect(t('inspectionPages.units', { count: 0, year: '2026' })).toBe('Alle centre har tilsyn i 2026');
});

describe('texts in Danish', () => {
  it.each([
    [12, 'om 12 dage (6.\u00a0december)'],
    [1, 'i morgen (6.\u00a0december)'],
    [0, 'i dag'],
    [-1, '1 dag over tiden (6.\u00a0december)'],
    [-3, '3 dage over tiden (6.\u00a0december)'],
  ])('says %i days left as "%s"', (daysLeft, text) => {
    expect(asDue(daysLeft, '2026-12-06')).toBe(text);
  });

  it('never break a date between its day and its month', () => {
    const day = '2026-12-04';
    expect([asDate(day), asDay(day), asWeekday(day), asMoment(`${day}T09:05:00Z`)]).toEqual([
      '4.\u00a0dec. 2026',
      '4.\u00a0december',
      'fredag 4.\u00a0december',
      '4.\u00a0dec. 2026 kl. 10.05',
    ]);
  });

  it('says one centre of a plan as one', async () => {
    await loadTexts('contingencyOverview');
    const covered = (count: number) => textOf('contingencyOverview.table.covered', { covered: 1, count });
    expect([covered(1), covered(4)]).toEqual(['1 af 1 center', '1 af 4 centre']);
  });

  it('leaves the day out where it is known', () => {
    expect(asDue(12)).toBe('om 12 dage');
  });

  it.each([
    [0, '1 sekund'],
    [28.2, '29 sekunder'],
    [91, '2 minutter'],
    [3600 * 2, '2 timer'],
  ])('says %d seconds as "%s", never too little', (seconds, text) => {
    expect(asDuration(seconds)).toBe(text);
  });

  it('knows no text for a state it has not heard of', () => {
    expect(textOf('deliveries.state.sent')).toBe('Kortet er sendt');
    expect(textOf('deliveries.state.nonsense')).toBeUndefined();
  });
});

describe('languageOfLocale', () => {
  it.each([
    ['da-dk', 'da'],
    ['en-gb', 'en'],
    ['EN-us', 'en'],
    ['de-de', 'da'],
  ])('reads %s as %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});

describe('numberAfter', () => {
  it.each([
    [['4.2', '3.0'], '5.0'],
    [['5.0', '4.0'], '6.0'],
    [[], '1.0'],
  ])('follows %j by %s', (numbers, next) => {
    expect(numberAfter(numbers)).toBe(next);
  });
});
