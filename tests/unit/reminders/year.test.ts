import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { daysBetween, type LocalDate } from '../../../api/kernel/index.ts';
import { isLegallyRequired } from '../../../api/reminders/index.ts';
import { defaultCadence } from '../../../api/reminders/cadence.ts';
import { isWorkingDay } from '../../../api/working-days.ts';
import { aScript, lived, longestSilence, names, type Script, type Year } from './a-year.ts';

/** The first repeat waits for the person’s weekday: a week, and up to six days more. */
const longestFirst = 13;

/** Each year is simulated once, and every rule checked on it separately, so that a broken one is named. */
const numRuns = 6;
const seed = Math.trunc(Math.random() * 2 ** 31);
const years: { script: Script; year: Year }[] = [];
const everyYear = (holds: (year: Year, script: Script) => void) => {
  expect(years).toHaveLength(numRuns);
  for (const [number, { script, year }] of years.entries())
    try {
      holds(year, script);
    } catch (error) {
      throw new Error(`year ${number + 1} of seed ${seed}: ${JSON.stringify(script)}`, { cause: error });
    }
};

describe('reminders, in any year', () => {
  beforeAll(async () => {
    for (const script of fc.sample(aScript, { seed, numRuns })) years.push({ script, year: await lived(script) });
  }, 600_000);

  it('give nobody two cards a day, none outside working hours, and none about what is done or not owed yet', () =>
    everyYear(({ cards, days }) => {
      expect(cards.map(({ personId, on }) => `${personId} ${on}`)).toHaveLength(
        new Set(cards.map(({ personId, on }) => `${personId} ${on}`)).size,
      );
      const daysBy = new Map(days.map((each) => [each.on, each]));
      for (const { on, hour, digest, open, personId } of cards) {
        expect([on, isWorkingDay(on)]).toEqual([on, true]);
        expect(hour).toBeGreaterThanOrEqual(8);
        expect(hour).toBeLessThan(16);
        expect(daysBy.get(on)?.away.has(personId)).toBe(false);
        const named = [
          ...digest.lines.map(({ obligation }) => obligation),
          ...digest.escalations.flatMap(({ obligations }) => obligations),
        ];
        expect(named.length).toBeGreaterThan(0);
        for (const { key, since } of named) {
          expect(open).toContain(key);
          expect(since <= on).toBe(true);
        }
      }
    }));

  it('tell nobody the same thing twice within a week, neither the own nor what is overdue with others', () =>
    everyYear(({ cards }) => {
      const latest = new Map<string, LocalDate>();
      for (const { on, personId, state, digest } of cards) {
        if (state === 'failed' || state === 'uncertain') continue;
        const told = digest.lines.map(({ obligation }) => `${personId} ${obligation.key}`);
        if (digest.escalations.length > 0) told.push(`${personId} others`);
        for (const what of told) {
          const before = latest.get(what);
          if (before !== undefined) expect([what, before, daysBetween(before, on) >= 7]).toEqual([what, before, true]);
          latest.set(what, on);
        }
      }
    }));

  it('remind of everything overdue within two weeks at first and then weekly, as far as it was possible, and of nothing muted', () =>
    everyYear(({ cards, days }, { debts, wishes }) => {
      for (const [index, { kind, person }] of debts.entries()) {
        const key = `debt-${index}`;
        const isMuted = wishes[person]?.muted.includes(kind) === true && !isLegallyRequired(kind);
        if (isMuted) {
          const own = cards.filter(({ digest }) => digest.lines.some(({ obligation }) => obligation.key === key));
          expect(own).toEqual([]);
        } else
          expect([key, longestSilence({ cards, days }, key, { who: person, after: 0 })]).toEqual([
            key,
            expect.toSatisfy((silence: number) => silence <= longestFirst),
          ]);
      }
    }));

  it('tell ISK, manager and committee of everything overdue for longer, on their day of the week', () =>
    everyYear(({ cards, days }, { debts }) => {
      for (const [index, { kind, person }] of debts.entries()) {
        const key = `debt-${index}`;
        const { coordinatorAfter = 0, managerAfter = 0, committeeAfter = 0 } = defaultCadence(kind);
        const centre = person === 'bo' ? 'syd' : 'nord';
        const listeners = [
          { who: `isk-${centre}`, after: coordinatorAfter - 1 },
          { who: `manager-${centre}`, after: managerAfter - 1 },
          { who: 'committee', after: committeeAfter - 1 },
        ].filter(({ who }) => who !== person);
        for (const listener of listeners)
          expect([key, listener.who, longestSilence({ cards, days }, key, listener)]).toEqual([
            key,
            listener.who,
            expect.toSatisfy((silence: number) => silence <= longestFirst),
          ]);
      }
      for (const { digest } of cards)
        expect(digest.escalations.every(({ obligations }) => obligations.length > 0)).toBe(true);
      expect(cards.every(({ digest }) => !digest.lines.some(({ obligation }) => !names(digest, obligation.key)))).toBe(
        true,
      );
    }));
});
