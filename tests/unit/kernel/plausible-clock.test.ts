import { describe, expect, it } from 'vitest';
import { isPlausible, plausibleClock, todayOf } from '../../../api/kernel/index.ts';

const at = (moment: string) => ({ now: () => new Date(moment) });

describe('plausibleClock', () => {
  it.each([
    ['2026-11-28T09:00:00Z', '2026-11-28'],
    ['+010000-01-01T00:00:00Z', '2100-01-01'],
    ['9000-06-01T00:00:00Z', '2100-01-01'],
    ['2100-01-01T00:00:00Z', '2100-01-01'],
    ['1970-01-01T00:00:00Z', '2020-01-01'],
  ])('shows for %s the day %s', (moment, day) => expect(todayOf(plausibleClock(at(moment)))).toBe(day));

  it('says which moments are none', () => {
    expect(isPlausible(new Date('2026-11-28'))).toBe(true);
    expect(isPlausible(new Date('2019-12-31'))).toBe(false);
    expect(isPlausible(new Date('9000-01-01'))).toBe(false);
    expect(isPlausible(new Date(Number.NaN))).toBe(false);
  });
});
