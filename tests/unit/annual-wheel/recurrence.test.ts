import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type LocalDate } from '../../../api/kernel/index.ts';
import {
  calendarDates,
  checkRecurrence,
  intervalAfter,
  nextDates,
  type Recurrence,
} from '../../../api/annual-wheel/recurrence.ts';
import { day, refusal } from '../organisation/builders.ts';

const every = (rule: string | undefined, startsOn: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rule,
  startsOn: day(startsOn),
  basis: 'calendar',
  ...more,
});
const dates = (recurrence: Recurrence, from: string, to: string) => calendarDates(recurrence, day(from), day(to));

describe('calendarDates', () => {
  it.each([
    ['yearly', 'FREQ=YEARLY', '2026-03-15', ['2026-03-15', '2027-03-15']],
    ['half-yearly', 'FREQ=MONTHLY;INTERVAL=6', '2026-02-10', ['2026-02-10', '2026-08-10', '2027-02-10', '2027-08-10']],
    [
      'quarterly',
      'FREQ=MONTHLY;INTERVAL=3',
      '2026-11-05',
      ['2026-11-05', '2027-02-05', '2027-05-05', '2027-08-05', '2027-11-05'],
    ],
    [
      'the second Tuesday of every third month',
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU',
      '2026-09-01',
      ['2026-09-08', '2026-12-08', '2027-03-09', '2027-06-08', '2027-09-14', '2027-12-14'],
    ],
    [
      'the last Friday of March and September',
      'FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1FR',
      '2026-01-01',
      ['2026-03-27', '2026-09-25', '2027-03-26', '2027-09-24'],
    ],
    [
      'the last working day of June',
      'FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-01',
      ['2026-06-30', '2027-06-30'],
    ],
    ['once', undefined, '2026-05-05', ['2026-05-05']],
    ['three times', 'FREQ=YEARLY;COUNT=3', '2025-01-01', ['2026-01-01', '2027-01-01']],
  ])('falls %s', (_name, rule, startsOn, expected) => {
    expect(dates(every(rule, startsOn), '2026-01-01', '2027-12-31')).toEqual(expected);
  });

  it('takes the last day of a month that is too short, and the 31st again afterwards', () => {
    expect(dates(every('FREQ=MONTHLY', '2026-01-31'), '2026-01-01', '2026-05-31')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
    expect(dates(every('FREQ=MONTHLY;BYMONTHDAY=31', '2028-01-01'), '2028-02-01', '2028-03-31')).toEqual([
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(dates(every('FREQ=MONTHLY;INTERVAL=3', '2026-08-31'), '2026-01-01', '2027-06-30')).toEqual([
      '2026-08-31',
      '2026-11-30',
      '2027-02-28',
      '2027-05-31',
    ]);
    expect(dates(every('FREQ=YEARLY;BYMONTH=1,4;BYMONTHDAY=31', '2026-01-01'), '2026-01-01', '2026-12-31')).toEqual([
      '2026-01-31',
      '2026-04-30',
    ]);
  });

  it('takes 28 February in the years without a 29th, and the 29th again in a leap year', () => {
    expect(dates(every('FREQ=YEARLY', '2024-02-29'), '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('goes on over New Year for ever when it has no end', () => {
    const weekly = every('FREQ=WEEKLY;INTERVAL=2', '2026-12-24');
    expect(dates(weekly, '2026-12-20', '2027-01-31')).toEqual(['2026-12-24', '2027-01-07', '2027-01-21']);
    expect(dates(every('FREQ=YEARLY', '2026-12-31'), '2076-01-01', '2077-01-01')).toEqual(['2076-12-31']);
  });

  it('is not moved by daylight saving', () => {
    const weekly = dates(every('FREQ=WEEKLY', '2026-03-23'), '2026-03-01', '2026-11-30');
    expect(weekly.slice(0, 3)).toEqual(['2026-03-23', '2026-03-30', '2026-04-06']);
    expect(new Set(weekly.map((date) => new Date(`${date}T00:00:00Z`).getUTCDay()))).toEqual(new Set([1]));
  });

  it('comes as many times as it says, counted from the first date', () => {
    const after = (rule: string, startsOn: string) => dates(every(rule, startsOn), '2020-01-01', '2040-01-01');
    expect(after('FREQ=YEARLY;COUNT=2', '2026-01-31')).toEqual(['2026-01-31', '2027-01-31']);
    expect(after('FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3', '2026-01-15')).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
    expect(after('FREQ=MONTHLY;BYDAY=1MO;COUNT=2', '2026-01-15')).toEqual(['2026-02-02', '2026-03-02']);
  });

  it('begins on the first date and ends with the last one, both included', () => {
    const monthly = every('FREQ=MONTHLY', '2026-03-10', { endsOn: day('2026-05-10') });
    expect(dates(monthly, '2020-01-01', '2030-01-01')).toEqual(['2026-03-10', '2026-04-10', '2026-05-10']);
  });
});

const aDay = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((days) => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10) as LocalDate);
const aRule = fc.oneof(
  fc
    .tuple(fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY'), fc.integer({ min: 1, max: 12 }))
    .map(([frequency, interval]) => `FREQ=${frequency};INTERVAL=${interval}`),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 31 }))
    .map(([interval, on]) => `FREQ=MONTHLY;INTERVAL=${interval};BYMONTHDAY=${on}`),
  fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5', '-1'), fc.constantFrom('MO', 'WE', 'SU'))
    .map(([place, weekday]) => `FREQ=MONTHLY;BYDAY=${place}${weekday}`),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, on]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${on}`),
  fc.integer({ min: 1, max: 100 }).map((times) => `FREQ=MONTHLY;COUNT=${times}`),
  fc.constant(undefined),
);
const aRecurrence = fc
  .record({ rule: aRule, startsOn: aDay, endsOn: fc.option(aDay, { nil: undefined }) })
  .map((given): Recurrence => ({ ...given, basis: 'calendar' }));

describe('any rule', () => {
  it('gives ascending dates, none before the first day, none after the last', () => {
    fc.assert(
      fc.property(aRecurrence, aDay, aDay, (recurrence, from, to) => {
        const found = calendarDates(recurrence, from, to);
        expect([...new Set(found)].sort()).toEqual(found);
        for (const date of found) {
          expect(date >= recurrence.startsOn && date >= from && date <= to).toBe(true);
          expect(recurrence.endsOn === undefined || date <= recurrence.endsOn).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same dates whatever window it is asked in', () => {
    fc.assert(
      fc.property(aRecurrence, aDay, aDay, aDay, (recurrence, ...days) => {
        const [from = day('2022-01-01'), middle = from, to = middle] = days.sort();
        const whole = calendarDates(recurrence, from, to);
        expect(whole.filter((date) => date <= middle)).toEqual(calendarDates(recurrence, from, middle));
        expect(whole.filter((date) => date >= middle)).toEqual(calendarDates(recurrence, middle, to));
      }),
      { numRuns: 300 },
    );
  });

  it('never skips a month that a monthly rule names', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 31 }), (startsOn, on) => {
        const found = calendarDates(
          every(`FREQ=MONTHLY;BYMONTHDAY=${on}`, startsOn),
          startsOn,
          addMonths(startsOn, 24),
        );
        const months = found.map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
        months.slice(1).forEach((month, index) => expect(month - (months[index] ?? 0)).toBe(1));
        expect(found.length).toBeGreaterThanOrEqual(23);
      }),
    );
  });
});

describe('intervalAfter', () => {
  it.each([
    ['FREQ=YEARLY', '2024-02-29', '2025-02-28'],
    ['FREQ=MONTHLY', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;INTERVAL=6', '2026-08-31', '2027-02-28'],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-11-30', '2027-02-28'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-12-24', '2027-01-07'],
    ['FREQ=YEARLY;INTERVAL=2', '2026-12-31', '2028-12-31'],
  ])('%s after %s is %s', (rule, from, to) => {
    expect(intervalAfter(rule, day(from))).toBe(to);
  });
});

describe('checkRecurrence', () => {
  it.each([
    ['FREQ=SECONDLY', 'wheel.ruleTooOften'],
    ['FREQ=DAILY', 'wheel.ruleTooOften'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'wheel.ruleTooOften'],
    ['FREQ=YEARLY;BYDAY=MO,TU', 'wheel.ruleTooOften'],
    ['FREQ=MONTHLY;COUNT=100000', 'wheel.ruleTooMany'],
    ['FREQ=MONTHLY;COUNT=0', 'wheel.ruleTooMany'],
    ['FREQ=MONTHLY;X-EVIL=1', 'wheel.ruleUnknownPart'],
    ['FREQ=MONTHLY;BYHOUR=9', 'wheel.ruleUnknownPart'],
    ['FREQ=MONTHLY;UNTIL=20270101', 'wheel.ruleUnknownPart'],
    ['FREQ=MONTHLY;toString=1', 'wheel.ruleUnknownPart'],
    ['FREQ=MONTHLY;FREQ=YEARLY', 'wheel.ruleWrongPart'],
    ['FREQ=MONTHLY;INTERVAL=0', 'wheel.ruleWrongPart'],
    ['FREQ=MONTHLY;INTERVAL=-1', 'wheel.ruleWrongPart'],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'wheel.ruleWrongPart'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'wheel.ruleWrongPart'],
    ['FREQ=MONTHLY;BYMONTHDAY=30,31', 'wheel.ruleWrongPart'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'wheel.ruleWrongPart'],
    ['FREQ=YEARLY;BYDAY=9XX', 'wheel.ruleWrongPart'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'wheel.ruleWrongPart'],
    ['FREQ=SOMETIMES', 'wheel.ruleNotUnderstood'],
    ['INTERVAL=2', 'wheel.ruleNotUnderstood'],
    ['', 'wheel.ruleNotUnderstood'],
    ['FREQ=MONTHLY\nEXDATE:20260101T000000Z', 'wheel.ruleNotUnderstood'],
  ])('refuses %j on the field it stands in', async (rule, code) => {
    expect(await refusal(() => checkRecurrence(every(rule, '2026-01-01')))).toBe(code);
    expect(() => checkRecurrence(every(rule, '2026-01-01'))).toThrow(
      expect.objectContaining({ kind: 'invalid', details: expect.objectContaining({ field: 'rule' }) as unknown }),
    );
  });

  it('refuses a last day before the first', async () => {
    const recurrence = every('FREQ=YEARLY', '2026-05-01', { endsOn: day('2026-04-30') });
    expect(await refusal(() => checkRecurrence(recurrence))).toBe('wheel.endsBeforeStart');
  });

  it('refuses a last day before the rule falls for the first time, and says when it does', () => {
    const until = (endsOn: string) => () =>
      checkRecurrence(every('FREQ=MONTHLY;BYDAY=2MO', '2026-05-01', { endsOn: day(endsOn) }));
    const details = { field: 'endsOn', date: '2026-05-11' };
    expect(until('2026-05-10')).toThrow(expect.objectContaining({ code: 'wheel.endsBeforeFirst', details }));
    expect(until('2026-05-11')).not.toThrow();
  });

  it('refuses chosen days when it is counted from the last time it was done', async () => {
    for (const rule of ['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=YEARLY;COUNT=3'])
      expect(await refusal(() => checkRecurrence(every(rule, '2026-01-01', { basis: 'lastDone' })))).toBe(
        'wheel.ruleFromDone',
      );
  });

  it('takes every rule that the properties above are about', () => {
    fc.assert(
      fc.property(aRule, aDay, (rule, startsOn) => checkRecurrence(every(rule, startsOn))),
      { numRuns: 100 },
    );
  });
});

describe('nextDates', () => {
  it('shows those from today on', () => {
    expect(nextDates(every('FREQ=MONTHLY;INTERVAL=6', '2020-01-31'), day('2026-11-24'), 3)).toEqual([
      '2027-01-31',
      '2027-07-31',
      '2028-01-31',
    ]);
  });

  it('shows what is counted from the last time as if it were done on time', () => {
    const yearly = every('FREQ=YEARLY', '2027-02-01', { basis: 'lastDone' });
    expect(nextDates(yearly, day('2026-11-24'), 2)).toEqual(['2027-02-01', '2028-02-01']);
  });

  it('shows the one date of what happens once', () => {
    expect(nextDates(every(undefined, '2040-01-01'), day('2026-11-24'))).toEqual(['2040-01-01']);
  });
});
