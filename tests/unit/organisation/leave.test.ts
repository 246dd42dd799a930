import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '../../../api/kernel/index.ts';
import { backSince, isAway, leaveOf, mostLeaveDays } from '../../../api/organisation/person.ts';
import { day } from './builders.ts';

/** Any date a list may contain. */
const anyDay = fc
  .oneof(
    fc.integer({ min: -2_000, max: 2_000 }).map((days) => addDays(day('2026-11-24'), days)),
    fc.constantFrom('0001-01-01', '1999-12-31', '2099-12-31', '9999-12-31'),
  )
  .map((date) => date as LocalDate);
const anyLeave = fc.record({
  absentFrom: fc.option(anyDay, { nil: undefined }),
  absentTo: fc.option(anyDay, { nil: undefined }),
});

it('never lasts longer than a year from its first day, whatever stands in the list', () => {
  fc.assert(
    fc.property(anyLeave, anyDay, (person, today) => {
      const leave = leaveOf(person);
      if (leave) expect(daysBetween(leave.from, leave.to)).toBeLessThanOrEqual(mostLeaveDays);
      if (!isAway(person, today)) return;
      expect(person.absentFrom! <= today).toBe(true);
      expect(today <= addDays(person.absentFrom!, mostLeaveDays)).toBe(true);
      expect(backSince(person, today)).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['2026-11-01', '2099-12-31', '2027-11-02', true],
  ['2026-11-01', '2099-12-31', '2027-11-03', false],
  ['2026-11-01', undefined, '2027-11-03', false],
  ['1999-01-01', undefined, '2026-11-24', false],
  ['1999-01-01', '9999-12-31', '2026-11-24', false],
])('edited by hand from %s to %s, somebody is away on %s: %s', (absentFrom, absentTo, today, away) => {
  const person = { absentFrom: day(absentFrom), ...(absentTo === undefined ? {} : { absentTo: day(absentTo) }) };
  expect(isAway(person, day(today))).toBe(away);
});
