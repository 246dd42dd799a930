import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '../../../api/kernel/index.ts';
import { holidayName, hourInDenmark, isWorkingDay, isWorkingHour, workingDayFrom } from '../../../api/working-days.ts';

const day = (text: string) => text as LocalDate;

describe('working days', () => {
  it('leave out weekends and Danish public holidays', () => {
    expect(isWorkingDay(day('2026-11-25'))).toBe(true);
    expect(isWorkingDay(day('2026-11-28'))).toBe(false);
    expect(holidayName(day('2026-04-03'))).toBe('Langfredag');
    expect(isWorkingDay(day('2026-05-14'))).toBe(false);
    expect(isWorkingDay(day('2026-12-24'))).toBe(true);
  });

  it('know that Store bededag is a working day since 2024', () => {
    expect(isWorkingDay(day('2026-05-01'))).toBe(true);
  });

  it('are found after a whole Easter', () => {
    expect(workingDayFrom(day('2026-04-02'))).toBe('2026-04-07');
    expect(workingDayFrom(day('2026-04-07'))).toBe('2026-04-07');
  });

  it('are about 250 in every year', () => {
    for (const year of [2025, 2026, 2027, 2028]) {
      let worked = 0;
      for (let on = day(`${year}-01-01`); on < `${year + 1}`; on = addDays(on, 1)) worked += Number(isWorkingDay(on));
      expect(worked).toBeGreaterThan(245);
      expect(worked).toBeLessThan(257);
    }
  });

  it('have their hours in Danish time, summer and winter', () => {
    expect(hourInDenmark(new Date('2026-01-05T07:00:00Z'))).toBe(8);
    expect(hourInDenmark(new Date('2026-07-06T07:00:00Z'))).toBe(9);
    expect([7, 8, 15, 16].map(isWorkingHour)).toEqual([false, true, true, false]);
  });
});

it.each(['9999-12-31', '9999-12-25', '0001-01-01', '0001-01-06', '2026-12-24'])(
  'a working day is found from %s at once, at the ends of the calendar too',
  (from) => {
    const found = workingDayFrom(from as LocalDate);
    expect(daysBetween(from as LocalDate, found)).toBeLessThan(8);
    expect(holidayName(from as LocalDate) === undefined || found > from).toBe(true);
  },
);
