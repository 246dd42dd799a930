import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../../api/contingency/downtime/downtime.ts';
import { instant } from '../../../../api/kernel/index.ts';

const days = (from: string, to: string) => daysOf(instant(new Date(from)), instant(new Date(to)));

describe('daysOf', () => {
  it('leaves out no day when the clocks go forward, and has none twice when they go back', () => {
    expect(days('2027-03-27T22:30:00Z', '2027-03-30T10:00:00Z')).toEqual([
      ...['2027-03-27', '2027-03-28', '2027-03-29', '2027-03-30'],
    ]);
    expect(days('2026-10-24T22:30:00Z', '2026-10-27T10:00:00Z')).toEqual(['2026-10-25', '2026-10-26', '2026-10-27']);
  });

  it('has one day of a moment, and the last of what nobody has closed for years', () => {
    expect(days('2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z')).toEqual(['2026-11-24']);
    expect(days('2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z')).toEqual(['2026-11-24', '2026-11-25']);
    expect(days('2000-01-01T09:00:00Z', '2026-11-24T09:00:00Z').length).toBeLessThan(410);
  });
});
