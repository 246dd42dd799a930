import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Peak } from '../../../../api/critical-services/contract.ts';
import {
  acceptedOn,
  daysOf,
  isKept,
  isPeak,
  minutesBetween,
  hoursAfter,
} from '../../../../api/contingency/downtime/downtime.ts';
import { leftInWords, minutesInWords } from '../../../../api/contingency/downtime/minutes-in-words.ts';
import { addDays, instant } from '../../../../api/kernel/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { day } from '../../organisation/builders.ts';

const at = (moment: string) => instant(new Date(moment));
const peak = (changes: Partial<Peak>): Peak => ({ title: 'Lønkørsel', months: [], mtd: 1, ...changes });

describe('isPeak', () => {
  it('is on in its months, and in every month when none is named', () => {
    expect(isPeak(peak({ months: [11] }), day('2026-11-24'))).toBe(true);
    expect(isPeak(peak({ months: [12] }), day('2026-11-24'))).toBe(false);
    expect(isPeak(peak({}), day('2026-02-01'))).toBe(true);
  });

  it('counts both of its days', () => {
    const days = { from: 24, to: 26 };
    const on = ['23', '24', '26', '27'].map((date) => isPeak(peak({ days }), day(`2026-11-${date}`)));
    expect(on).toEqual([false, true, true, false]);
  });

  it('is on the last day of a month that lacks its day', () => {
    const days = { from: 31, to: 31 };
    expect(isPeak(peak({ days }), day('2026-11-30'))).toBe(true);
    expect(isPeak(peak({ days }), day('2026-02-28'))).toBe(true);
    expect(isPeak(peak({ days }), day('2026-12-30'))).toBe(false);
  });

  it('goes over the turn of the month', () => {
    const days = { from: 28, to: 2 };
    const on = ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03'].map((date) =>
      isPeak(peak({ days }), day(date)),
    );
    expect(on).toEqual([false, true, true, false]);
  });
});

describe('acceptedOn', () => {
  it('is the shortest of the usual and of every busy time on one of the days', () => {
    const service = { mtd: 24, peaks: [peak({ days: { from: 24, to: 24 }, mtd: 2 }), peak({ months: [1], mtd: 0.5 })] };
    expect(acceptedOn(service, [day('2026-11-23')])).toEqual({ hours: 24 });
    expect(acceptedOn(service, [day('2026-11-24')])).toEqual({ hours: 2, peak: 'Lønkørsel' });
  });

  it('stays broken when the busy time ends while it is down', () => {
    const service = { mtd: 24, peaks: [peak({ days: { from: 24, to: 24 }, mtd: 2 })] };
    const days = daysOf(at('2026-11-24T20:00:00Z'), at('2026-11-25T06:00:00Z'));
    expect(days).toEqual(['2026-11-24', '2026-11-25']);
    expect(acceptedOn(service, days)?.hours).toBe(2);
  });

  it('is nothing when nobody has said, and looks past what somebody mistyped in a list', () => {
    expect(acceptedOn({ peaks: [] }, [day('2026-11-24')])).toBeUndefined();
    expect(acceptedOn({ mtd: NaN, peaks: [peak({ mtd: -3 })] }, [day('2026-11-24')])).toBeUndefined();
  });

  it('never grows when it is down for longer, and is one of the figures', () => {
    const figure = fc.integer({ min: 1, max: 400 });
    const peaks = fc.array(
      fc.record({
        title: fc.constant('Travlt'),
        months: fc.array(fc.integer({ min: 1, max: 12 })),
        days: fc.record({ from: fc.integer({ min: 1, max: 31 }), to: fc.integer({ min: 1, max: 31 }) }),
        mtd: figure,
      }),
    );
    fc.assert(
      fc.property(figure, peaks, fc.nat(40), (mtd, busy, length) => {
        const days = Array.from({ length: length + 1 }, (_, place) => addDays(day('2026-01-15'), place));
        const [short, long] = [
          acceptedOn({ mtd, peaks: busy }, days.slice(0, 1)),
          acceptedOn({ mtd, peaks: busy }, days),
        ];
        expect(long?.hours).toBeLessThanOrEqual(short?.hours ?? 0);
        expect([mtd, ...busy.map((one) => one.mtd)]).toContain(long?.hours);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the days of a downtime', () => {
  it('are Danish days, and end for one that somebody forgot', () => {
    expect(daysOf(at('2026-11-24T23:30:00Z'), at('2026-11-24T23:40:00Z'))).toEqual(['2026-11-25']);
    expect(daysOf(at('2026-11-24T10:00:00Z'), at('2026-11-26T01:00:00Z'))).toHaveLength(3);
    expect(daysOf(at('1999-01-01T00:00:00Z'), at('2026-11-26T01:00:00Z')).length).toBeLessThanOrEqual(401);
  });
});

describe('the limit', () => {
  it('is kept to the very moment', () => {
    const start = at('2026-11-24T08:00:00Z');
    expect(hoursAfter(start, 1.5)).toBe('2026-11-24T09:30:00.000Z');
    expect(isKept(start, at('2026-11-24T09:30:00Z'), 1.5)).toBe(true);
    expect(isKept(start, at('2026-11-24T09:30:01Z'), 1.5)).toBe(false);
  });

  it('is told as people say it', () => {
    const t = translator('da');
    expect([0, 20, 60, 130, 1_440, 4_600].map((minutes) => minutesInWords(t, minutes))).toEqual([
      'under et minut',
      '20 minutter',
      '1 time',
      '2 timer og 10 minutter',
      '1 døgn',
      '3 døgn og 4 timer',
    ]);
    expect([-20, 0, 240].map((minutes) => leftInWords(t, minutes))).toEqual([
      'overskredet for 20 minutter siden',
      'under et minut tilbage',
      '4 timer tilbage',
    ]);
    expect(minutesBetween('2026-11-24T08:00:00Z', '2026-11-24T07:39:30Z')).toBe(-20);
  });
});
