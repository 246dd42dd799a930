import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { declareCourse, exemptPerson, type CourseRound } from '../../../api/awareness/index.ts';
import { obligedInTurn, roundCounts, roundCountsInTurn, roundRevision } from '../../../api/awareness/round-statuses.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { aPerson, aTown, day, the } from '../organisation/builders.ts';
import { anOpenRound } from './builders.ts';

/** Acts of others during a pass over everybody. */
const acts: Record<string, (context: Context, round: CourseRound, who: string) => Promise<unknown>> = {
  done: (context, { key }, who) => declareCourse(context, the(context, who), { roundKey: key, channel: 'card' }),
  exempt: (context, { courseKey }, who) =>
    exemptPerson(context, the(context, 'ciso'), {
      ...{ courseKey, personId: the(context, who).personId, reason: 'Har ikke adgang til persondata' },
      from: day('2026-11-01'),
    }),
};

describe('a round whose people are gone through in turns', () => {
  it.each(Object.entries(acts))('counts whoever is %s meanwhile, looked at already or not', async (state, act) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.constantFrom('anne', 'bo', 'team'), async (looked, who) => {
        const { context } = await aTown();
        const { round } = await anOpenRound(context);
        const pass = obligedInTurn(context, round, todayOf(context.clock));
        for (let step = 0; step < looked; step += 1) pass.next();
        await act(context, round, who);
        for (const _obliged of pass);
        expect(roundCounts(context, round).whole).toMatchObject({ [state]: 1 });
      }),
      { numRuns: 20 },
    );
  });

  it('is at hand afterwards when nothing has changed', async () => {
    const { context } = await aTown();
    const { round } = await anOpenRound(context);
    const all = [...obligedInTurn(context, round, todayOf(context.clock))];
    const revision = roundRevision(context, round);
    expect([...obligedInTurn(context, round, todayOf(context.clock))]).toEqual(all);
    expect(roundRevision(context, round)).toBe(revision);
  });

  it('sorts their names in turns too, as of an earlier day', async () => {
    const { context } = await aTown();
    const { round } = await anOpenRound(context);
    const many = 1_200;
    for (let number = 0; number < many; number += 1)
      await context.list(People).create(aPerson(`x${number}`, { title: `Person ${(number * 7) % many}` }));
    // Each look at the clock is a millisecond later.
    let passed = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (passed += 1));
    let loops = 0;
    let turning = setImmediate(() => undefined);
    const loop = () => {
      loops += 1;
      turning = setImmediate(loop);
    };
    loop();
    const counts = await roundCountsInTurn(context, round).finally(() => clock.mockRestore());
    clearImmediate(turning);
    expect(counts).toEqual(roundCounts(context, round));
    // One turn for every ten people alone, and as many for each merge of the sorted pieces.
    expect(loops).toBeGreaterThan((2 * many) / 10);
  });
});
