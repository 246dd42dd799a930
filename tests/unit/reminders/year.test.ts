import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegallyRequired } from '../../../api/reminders/index.ts';
import { defaultCadence } from '../../../api/reminders/cadence.ts';
import { isWorkingDay } from '../../../api/working-days.ts';
import { aScript, lived, longestSilence, names, type Script, type Year } from './a-year.ts';

/** Years are lived through for every rule alone, so that a broken one is named. */
const everyYear = (holds: (year: Year, script: Script) => void, numRuns = 8) =>
  fc.assert(
    fc.asyncProperty(aScript, async (script) => holds(await lived(script), script)),
    { numRuns, endOnFailure: true },
  );

describe('reminders, in any year', () => {
  it(
    'give nobody two cards a day, none outside working hours, and none about what is done or not owed yet',
    { timeout: 300_000 },
    () =>
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
      }),
  );

  it(
    'remind of everything overdue within seven days on which it was possible, and of nothing muted',
    { timeout: 300_000 },
    () =>
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
              expect.toSatisfy((silence: number) => silence <= 7),
            ]);
        }
      }),
  );

  it(
    'tell ISK, manager and committee of everything overdue for longer within seven days, and nobody of oneself',
    { timeout: 300_000 },
    () =>
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
              expect.toSatisfy((silence: number) => silence <= 7),
            ]);
        }
        for (const { personId, digest } of cards)
          for (const { obligations } of digest.escalations)
            expect(obligations.map((obligation) => obligation.personId)).not.toContain(personId);
        for (const { digest } of cards)
          expect(digest.escalations.every(({ obligations }) => obligations.length > 0)).toBe(true);
        expect(
          cards.every(({ digest }) => !digest.lines.some(({ obligation }) => !names(digest, obligation.key))),
        ).toBe(true);
      }),
  );
});
