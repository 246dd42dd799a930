import { describe, expect, it } from 'vitest';
import { dayInWords, monthInWords, sortableMoment, timeOfDay } from '../../../api/kernel/index.ts';
import {
  dayOf,
  formatDate,
  formatDay,
  formatMoment,
  formatMonth,
  formatMonthName,
  formatTime,
  formatWeekday,
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
    [`dayInWords ${language}`, (text) => dayInWords(text, language)],
    [`dayInWords long ${language}`, (text) => dayInWords(text, language, 'long')],
  ],
);

describe.each([...ways, ['timeOfDay', timeOfDay], ['sortableMoment', sortableMoment], ['dayOf', dayOf]] as [
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
      for (const language of languages)
        expect([formatMonthName(month, language), monthInWords(month, language)]).toEqual(['–', '–']);
  });
});

describe('dayOf', () => {
  it('is the Danish day, in years of four digits', () => {
    expect(farEnds.slice(2).map(dayOf)).toEqual(['0001-01-01', '9999-12-31']);
    expect(dayOf('2026-11-23T23:30:00.000Z')).toBe('2026-11-24');
  });
});
