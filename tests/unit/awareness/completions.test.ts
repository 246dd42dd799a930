import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Completions, CourseRounds, type Completion } from '../../../api/awareness/index.ts';
import { completionsBy, completionsOf } from '../../../api/awareness/completions.ts';
import { obligedInTurn, roundCounts, roundStatuses } from '../../../api/awareness/round-statuses.ts';
import type { Context } from '../../../api/context.ts';
import { addDays, todayOf, type PersonId } from '../../../api/kernel/index.ts';
import type { ListHandle } from '../../../api/sharepoint/index.ts';
import { aTown, day, person } from '../organisation/builders.ts';
import { aCompletion, aStoredRound } from './builders.ts';

const basis = fc.constantFrom('round' as const, 'lastCompletion' as const);
const act = fc.oneof(
  fc.record({
    what: fc.constant('take' as const),
    who: fc.constantFrom('anne', 'bo', 'ciso', 'nobody'),
    on: fc.integer({ min: 0, max: 900 }).map((days) => addDays(day('2024-07-12'), days)),
    source: fc.constantFrom('import' as const, 'selfDeclared' as const),
  }),
  fc.record({ what: fc.constantFrom('remove' as const, 'edit' as const), nth: fc.nat(20) }),
  fc.constant({ what: 'look' as const }),
  // A pass over everybody, a few at a time.
  fc.record({ what: fc.constant('goOn' as const), count: fc.integer({ min: 2, max: 9 }) }),
  fc.record({ what: fc.constant('goOn' as const), count: fc.constant(20) }),
);

/** A list without history, so that followers start over. */
function forgetful(context: Context): Context {
  return {
    ...context,
    list: (definition) => {
      const list = context.list(definition);
      return { ...list, version: list.version, changesSince: () => undefined };
    },
  };
}

describe('the index of completions', () => {
  it('knows after any change what one made anew would, and so do the numbers of rounds', () =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), basis, async (acts, rule) => {
        const { context } = await aTown();
        const list = context.list(Completions);
        const before = { opensOn: day('2025-10-01'), dueOn: day('2026-01-31'), closedOn: day('2026-02-15') };
        await context.list(CourseRounds).create(aStoredRound('before', { ...before, basis: rule }));
        await context.list(CourseRounds).create(aStoredRound('now', { basis: rule }));
        const seen = (of: Context) => {
          const rounds = of.list(CourseRounds).all();
          return structuredClone([
            [...completionsOf(of, 'gdpr')].toSorted(([one], [other]) => one.localeCompare(other)),
            rounds.map((round) => [roundCounts(of, round).whole, [...roundCounts(of, round).centres]]),
            rounds.map((round) => roundStatuses(of, round).map(({ personId, status }) => [personId, status])),
          ]);
        };
        let pass: Generator | undefined;
        for (const one of [...acts, { what: 'look' as const }]) {
          const some = 'nth' in one ? list.all()[one.nth % Math.max(1, list.all().length)] : undefined;
          if (one.what === 'goOn') {
            const round = context.list(CourseRounds).get('now');
            pass ??= round && obligedInTurn(context, round, todayOf(context.clock));
            for (let step = 0; step < one.count; step += 1) if (pass?.next().done === true) pass = undefined;
          } else if (one.what === 'take') await list.create(aCompletion(one.who, one.on, { source: one.source }));
          else if (one.what === 'remove' && some) await list.remove(some.key);
          else if (one.what === 'edit' && some)
            await list.update(some.key, () => ({
              personId: person('anne'),
              completedOn: addDays(some.completedOn, 9),
            }));
          else expect(seen(context)).toEqual(seen(forgetful(context)));
        }
      }),
    ));

  it('goes through the list once, however many are added, put right and removed', async () => {
    const { context } = await aTown();
    let read = 0;
    const counting: Context = {
      ...context,
      list: <R extends { key: string }>(definition: Parameters<Context['list']>[0]) => {
        const list = context.list(definition) as unknown as ListHandle<R>;
        return {
          ...list,
          get version() {
            return list.version;
          },
          all: () => {
            if (definition.name === Completions.name) read += 1;
            return list.all();
          },
        };
      },
    };
    const list = context.list(Completions);
    const who = (nth: number) => `p${nth}` as PersonId;
    const one = (nth: number): Completion => aCompletion(who(nth), '2026-10-10', { courseKey: 'gdpr' });
    for (let nth = 0; nth < 300; nth += 1) await list.create(one(nth));
    expect(completionsOf(counting, 'gdpr').size).toBe(300);
    for (let nth = 0; nth < 300; nth += 1) {
      await list.remove(one(nth).key);
      expect(completionsBy(counting, 'gdpr', who(nth))).toEqual([]);
      await list.create(one(nth + 1_000));
      expect(completionsOf(counting, 'gdpr').size).toBe(300);
    }
    expect(read).toBe(1);
  });
});
