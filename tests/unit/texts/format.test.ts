import { describe, expect, it } from 'vitest';
import {
  clockTime,
  compareDanish,
  dayOf,
  formatDate,
  formatDay,
  formatMoment,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatTime,
  formatWeekday,
  sortableMoment,
} from '../../../api/texts/format.ts';

const languages = ['da', 'en'] as const;
const inNoList = ['', 'vrøvl', '2026-13-45', 'W'.repeat(255), '–'];
const farEnds = ['0001-01-01', '9999-12-31', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'];
const ways: [string, (text: string) => string][] = languages.flatMap(
  (language): [string, (text: string) => string][] => [
    [`formatDate ${language}`, (text) => formatDate(text, language)],
    [`formatDay ${language}`, (text) => formatDay(text, language)],
    [`formatWeekday ${language}`, (text) => formatWeekday(text, language)],
    [`formatTime ${language}`, (text) => formatTime(text, language)],
    [`formatMoment ${language}`, (text) => formatMoment(text, language)],
    [`formatMonth ${language}`, (text) => formatMonth(text.slice(0, 7), language)],
    [`formatDate of dayOf ${language}`, (text) => formatDate(dayOf(text), language)],
    [`formatWeekday of dayOf ${language}`, (text) => formatWeekday(dayOf(text), language)],
    [`formatDate long ${language}`, (text) => formatDate(text, language, 'long')],
  ],
);

describe.each([...ways, ['clockTime', clockTime], ['sortableMoment', sortableMoment], ['dayOf', dayOf]] as [
  string,
  (text: string) => string,
][])('%s', (_name, write) => {
  it('shows a dash for what is no day or moment, and never throws', () => {
    for (const text of inNoList) expect(write(text), text).toBe('–');
  });
  it('writes the first and the last day of lists', () => {
    for (const text of farEnds) expect(write(text), text).toMatch(/\d|januar|December|december|January/);
  });
});

describe('a month', () => {
  it('is a dash when it is none', () => {
    for (const month of [NaN, Infinity, 1e308, -1e15])
      for (const language of languages) expect(formatMonthName(month, language)).toBe('–');
  });
});

describe('dayOf', () => {
  it('is the Danish day, in years of four digits', () => {
    expect(farEnds.slice(2).map(dayOf)).toEqual(['0001-01-01', '9999-12-31']);
    expect(dayOf('2026-11-23T23:30:00.000Z')).toBe('2026-11-24');
  });
});

describe('what is written', () => {
  it('is a day, a time and a moment in Danish time', () => {
    expect(languages.map((language) => formatDate('2026-11-24', language))).toEqual(['24. nov. 2026', '24 Nov 2026']);
    expect(formatDate('2026-11-23T23:30:00.000Z', 'da', 'long')).toBe('24. november 2026');
    expect(clockTime('2026-11-24T08:05:00.000Z')).toBe('09:05');
    expect(sortableMoment('2026-11-23T23:30:00.000Z')).toBe('2026-11-24 00:30');
  });
  it('is a number with as many decimals as asked for', () => {
    expect(formatNumber(2296.25, 'da')).toBe('2.296,3');
    expect([formatNumber(2296.25, 'en', 0), formatNumber(2296.25, 'en', 3)]).toEqual(['2,296', '2,296.25']);
  });
});

describe('the order of words', () => {
  it('is Danish, with numbers by their size', () => {
    const words = ['Ældrepleje', 'Aalborg', 'Plan 10', 'Ødegård', 'Plan 2', 'Åben', 'Borger'];
    expect(words.sort(compareDanish)).toEqual([
      'Borger',
      'Plan 2',
      'Plan 10',
      'Ældrepleje',
      'Ødegård',
      'Åben',
      'Aalborg',
    ]);
  });
});
