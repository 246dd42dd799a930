import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../../../api/sharepoint/in-turn.ts';
import { lateTimer } from '../../../api/sharepoint/late.ts';
import { createUnitBudget } from '../../../api/sharepoint/unit-budget.ts';

beforeEach(
  () => void vi.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }),
);
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<{ answer: string }>(() => undefined);
/** A look at a list, and whether it is late. */
function aLook(budget: ReturnType<typeof createUnitBudget>, call: () => Promise<{ answer: string }>) {
  let late = false;
  const turns = lateTimer(() => (late = true));
  const asked = inTurn(budget, { lane: 'background', units: 2, patienceMs: 300_000, turns }, call);
  return { asked, end: turns.end, isLate: () => late };
}
const budgetOf = () => createUnitBudget({ unitsPerMinute: 100, concurrency: 1_000, now: () => Date.now() });

describe('a look at a list', () => {
  it('is late ten seconds after it was sent without an answer', async () => {
    const { isLate } = aLook(budgetOf(), never);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(isLate()).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(isLate()).toBe(true);
  });

  it('is not late while it waits for resource units, and is when it was sent and nothing comes', async () => {
    const budget = budgetOf();
    for (let spent = 0; spent < 60; spent += 1)
      void budget.run({ lane: 'background', units: 2 }, async () => undefined);
    const { isLate } = aLook(budget, never);
    await vi.advanceTimersByTimeAsync(55_000);
    expect(isLate()).toBe(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(isLate()).toBe(true);
  });

  it('counts the time of its retries together', async () => {
    const budget = budgetOf();
    let late = false;
    const turns = lateTimer(() => (late = true));
    const turn = { lane: 'background', units: 2, patienceMs: 300_000, turns } as const;
    const failing = async () => {
      await new Promise((resolve) => void setTimeout(resolve, 4_000));
      return { answer: 'no' };
    };
    for (let tries = 0; tries < 3; tries += 1) {
      const asked = inTurn(budget, turn, failing);
      await vi.advanceTimersByTimeAsync(4_000);
      await asked;
    }
    expect(late).toBe(true);
  });
});
