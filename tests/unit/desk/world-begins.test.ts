import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hourInDenmark, isWorkingTime } from '../../../api/working-days.ts';
import { inWorkingHours } from '../../support/danish-time.ts';

it('begins a world in working hours, late enough that the next working day at 9 is another day', () => {
  const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyMoment, (now) => {
      const begins = new Date(inWorkingHours(now));
      expect(isWorkingTime(begins)).toBe(true);
      expect(hourInDenmark(begins)).toBeGreaterThanOrEqual(9);
      expect(hourInDenmark(begins)).toBeLessThan(12);
    }),
  );
});
