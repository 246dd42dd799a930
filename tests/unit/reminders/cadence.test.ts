import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../api/kernel/index.ts';
import { climbs, defaultCadence, isNear, isTooLate, latestStep, type Cadence } from '../../../api/reminders/cadence.ts';
import { day } from '../organisation/builders.ts';

const cadence: Cadence = { before: [14, 3], onTheDay: true, overdueEvery: 7 };
const term = { since: day('2026-10-01'), due: day('2026-11-24') };
const step = (on: string, changes: Partial<Cadence> = {}, given = term) =>
  latestStep({ ...cadence, ...changes }, given, day(on));

describe('the steps of an obligation', () => {
  it('fall before the due date, on it and weekly after it', () => {
    expect(step('2026-11-09')).toBeUndefined();
    expect(step('2026-11-10')).toBe('2026-11-10');
    expect(step('2026-11-20')).toBe('2026-11-10');
    expect(step('2026-11-21')).toBe('2026-11-21');
    expect(step('2026-11-24')).toBe('2026-11-24');
    expect(step('2026-11-30')).toBe('2026-11-24');
    expect(step('2026-12-01')).toBe('2026-12-01');
    expect(step('2026-12-08')).toBe('2026-12-08');
  });

  it('go on for years while it is overdue', () => {
    expect(step('2028-11-21')).toBe('2028-11-21');
    expect(step('2028-11-27')).toBe('2028-11-21');
  });

  it('leave out what is longer than the time there is', () => {
    const short = { since: day('2026-11-10'), due: day('2026-11-24') };
    expect(step('2026-11-20', {}, short)).toBeUndefined();
    expect(step('2026-11-21', {}, short)).toBe('2026-11-21');
    expect(step('2026-11-24', {}, { since: day('2026-11-24'), due: day('2026-11-24') })).toBe('2026-11-24');
  });

  it('begin with the day it comes when it is late already', () => {
    const late = { since: day('2026-11-26'), due: day('2026-11-24') };
    expect(step('2026-11-25', {}, late)).toBeUndefined();
    expect(step('2026-11-26', { onTheDay: false }, late)).toBe('2026-11-26');
    expect(step('2026-12-01', {}, late)).toBe('2026-12-01');
  });

  it('can do without the day itself', () => {
    expect(step('2026-11-30', { onTheDay: false })).toBe('2026-11-21');
    expect(step('2026-12-01', { onTheDay: false })).toBe('2026-12-01');
  });

  it('are those that one finds by going through all days', () => {
    const from = day('2026-01-01');
    const cadences = fc.record({
      before: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
      onTheDay: fc.boolean(),
      overdueEvery: fc.integer({ min: 1, max: 40 }),
    });
    const number = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(cadences, number, number, number, (given, sinceOn, dueOn, at) => {
        const since = addDays(from, sinceOn);
        const due = addDays(from, dueOn);
        const found: LocalDate[] = [];
        for (let on = 0; on <= at; on += 1) {
          const each = addDays(from, on);
          const isBefore = given.before.includes(dueOn - on) && each > since;
          const isOn = given.onTheDay && on === dueOn && each >= since;
          const isOverdue = on > dueOn && (on - dueOn) % given.overdueEvery === 0 && each >= since;
          const isLateAtOnce = each === since && since > due;
          if (isBefore || isOn || isOverdue || isLateAtOnce) found.push(each);
        }
        expect(latestStep(given, { since, due }, addDays(from, at))).toBe(found.at(-1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('telling it further', () => {
  it('begins when the threshold is passed, and not before it is owed', () => {
    expect(isTooLate(7, term, day('2026-11-30'))).toBe(false);
    expect(isTooLate(7, term, day('2026-12-01'))).toBe(true);
    expect(isTooLate(7, { ...term, since: day('2026-12-05') }, day('2026-12-01'))).toBe(false);
  });

  it('climbs: nobody is told before those below', () => {
    expect(climbs({ ...cadence, coordinatorAfter: 7, managerAfter: 7, committeeAfter: 30 })).toBe(true);
    expect(climbs({ ...cadence, managerAfter: 14, committeeAfter: 7 })).toBe(false);
    expect(climbs({ ...cadence, coordinatorAfter: 30, committeeAfter: 7 })).toBe(false);
    expect(climbs(cadence)).toBe(true);
  });
});

describe('what stands along', () => {
  it('is what is owed and within the longest step before its due date, or overdue', () => {
    expect(isNear(cadence, term, day('2026-11-09'))).toBe(false);
    expect(isNear(cadence, term, day('2026-11-10'))).toBe(true);
    expect(isNear(cadence, term, day('2027-11-10'))).toBe(true);
    expect(isNear(cadence, { since: day('2026-11-20'), due: term.due }, day('2026-11-19'))).toBe(false);
    expect(isNear({ ...cadence, before: [] }, term, day('2026-11-23'))).toBe(false);
  });
});

describe('how kinds come', () => {
  it('reminds of everything, on the day, weekly while overdue, and tells it further', () => {
    for (const kind of ['acknowledgePolicy', 'takeCourse', 'doWheelTask', 'somethingNew']) {
      const given = defaultCadence(kind);
      expect(given).toMatchObject({ onTheDay: true, overdueEvery: 7 });
      expect(given.before.length).toBeGreaterThan(0);
      expect(climbs(given)).toBe(true);
    }
  });
});
