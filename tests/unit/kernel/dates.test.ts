import { afterEach, describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, type LocalDate } from '../../../api/kernel/index.ts';

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
