import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  eachDay,
  isLocalDate,
  localDate,
  type Instant,
  type LocalDate,
} from '../../../api/kernel/index.ts';

const day = (text: string) => text as LocalDate;
const zoneBefore = process.env['TZ'];
afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

describe('localDate', () => {
  it('is the Danish day, which begins at 22 or 23 o’clock UTC', () => {
    expect(localDate(new Date('2026-07-01T21:59:59.999Z'))).toBe('2026-07-01');
    expect(localDate(new Date('2026-07-01T22:00:00.000Z'))).toBe('2026-07-02');
    expect(localDate(new Date('2026-12-31T22:59:59.999Z'))).toBe('2026-12-31');
    expect(localDate(new Date('2026-12-31T23:00:00.000Z'))).toBe('2027-01-01');
  });

  it('is the last day there is for a moment that somebody wrote to mean for ever', () => {
    expect(localDate('9999-12-31T23:59:59Z' as Instant)).toBe('9999-12-31');
  });

  it('does not take an unreadable moment for a day', () => {
    expect(() => localDate(new Date('nonsense'))).toThrow(RangeError);
    expect(() => localDate(new Date('nonsense'))).toThrow(RangeError);
  });
});

describe.each(['UTC', 'Europe/Copenhagen', 'America/New_York'])('on a machine in %s', (zone) => {
  it('counts days over both changes of the clock', () => {
    process.env['TZ'] = zone;
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
    expect(addDays(day('2026-03-30'), -2)).toBe('2026-03-28');
    expect(daysBetween(day('2026-03-28'), day('2026-10-26'))).toBe(212);
    expect(daysBetween(day('2026-10-26'), day('2026-03-28'))).toBe(-212);
  });
});

it('goes no further than the last day that can be written, so that what is reckoned from it is a day too', () => {
  expect(addDays(day('9999-12-31'), 30)).toBe('9999-12-31');
  expect(addDays(addMonths(day('9999-06-15'), 12), -90)).toBe('9999-10-02');
  expect(addDays(day('0001-01-01'), -1)).toBe('0001-01-01');
  const days = fc.integer({ min: 0, max: 3_652_058 }).map((count) => addDays(day('0001-01-01'), count));
  fc.assert(
    fc.property(days, fc.double({ noNaN: true }), (from, count) => {
      expect(isLocalDate(addDays(from, Math.trunc(count)))).toBe(true);
      expect(isLocalDate(addMonths(from, count))).toBe(true);
    }),
  );
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-24', 12, '2027-11-24'],
    ['2026-11-30', 15, '2028-02-29'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from as LocalDate, months)).toBe(to);
  });

  it('grows with the months and never leaves the month it counts to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 36 }), (days, months) => {
        const from = addDays('2020-01-01' as LocalDate, days);
        const to = addMonths(from, months);
        const index = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
        expect(to > from).toBe(true);
      }),
    );
  });

  it('takes a mistyped number for a century at most', () => {
    expect(addMonths('2026-11-24' as LocalDate, 9_000_000_000)).toBe('2126-11-24');
    expect(addMonths('2026-11-24' as LocalDate, 1.5)).toBe('2026-12-24');
  });
});

describe('eachDay', () => {
  const walked = (from: string, to: string) => [...eachDay(from as LocalDate, to as LocalDate)];

  it('gives the days from one to another, both included', () => {
    expect(walked('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(walked('2026-12-30', '2026-12-30')).toEqual(['2026-12-30']);
    expect(walked('2026-12-30', '2026-12-29')).toEqual([]);
  });

  it('walks ten years at most, wherever somebody’s slip of the hand lies', () => {
    expect(walked('0001-01-01', '9999-12-31')).toHaveLength(3_660);
    expect(walked('2026-11-24', '9999-12-31').at(-1)).toBe('2036-11-30');
    expect(walked('9999-12-31', '9999-12-31')).toEqual(['9999-12-31']);
    expect(walked('0001-01-01', '0001-01-02')).toEqual(['0001-01-01', '0001-01-02']);
  });
});
