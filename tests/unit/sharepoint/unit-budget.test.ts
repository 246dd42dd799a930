import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lane } from '../../../api/sharepoint/index.ts';
import { createUnitBudget, type UnitBudgetSettings } from '../../../api/sharepoint/unit-budget.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const budgetOf = (settings: UnitBudgetSettings) => createUnitBudget({ now: () => Date.now(), ...settings });
/** Starts so many calls of 2 units and notes when each began. */
function spend(budget: ReturnType<typeof budgetOf>, lane: Lane, calls: number, began: number[] = []) {
  const all = Array.from({ length: calls }, () =>
    budget.run(lane, 2, async () => void began.push(Date.now() - 1_000_000)),
  );
  return { began, all: Promise.all(all) };
}

describe('unit budget', () => {
  it('holds nothing back while there are units', async () => {
    const { began, all } = spend(budgetOf({ unitsPerMinute: 1_250, concurrency: 1_000 }), 'background', 400);
    await all;
    expect(began).toHaveLength(400);
    expect(Math.max(...began)).toBe(0);
  });

  it('never uses more than three quarters of the limit in any minute', async () => {
    const budget = budgetOf({ unitsPerMinute: 100, concurrency: 1_000 });
    const { began } = spend(budget, 'background', 120);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(began).toHaveLength(120);
    for (const from of began) {
      const inMinute = began.filter((at) => at >= from && at < from + 60_000).length * 2;
      expect(inMinute).toBeLessThanOrEqual(75);
    }
  });

  it('lets a person go ahead of waiting background work, into units kept for people', async () => {
    const budget = budgetOf({ unitsPerMinute: 100, concurrency: 1_000 });
    const background = spend(budget, 'background', 100);
    const person = spend(budget, 'interactive', 5);
    await vi.advanceTimersByTimeAsync(1);
    expect(person.began).toEqual([0, 0, 0, 0, 0]);
    expect(background.began).toHaveLength(37);
  });

  it('serves waiting people first when units come back', async () => {
    const budget = budgetOf({ unitsPerMinute: 100, concurrency: 1_000 });
    spend(budget, 'interactive', 45);
    const background = spend(budget, 'background', 5);
    const person = spend(budget, 'interactive', 5);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(Math.max(...person.began)).toBeLessThanOrEqual(Math.min(...background.began));
    expect(background.began).toHaveLength(5);
  });

  it('believes the service when it says that less is left', async () => {
    const budget = budgetOf({ unitsPerMinute: 1_250 });
    budget.correct({ remaining: 10, resetSeconds: 30 });
    const { began } = spend(budget, 'interactive', 8);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(began).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(began).toHaveLength(8);
  });

  it('starts nothing while the service asked for a pause', async () => {
    const budget = budgetOf({});
    budget.pause(5);
    const { began } = spend(budget, 'interactive', 1);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(began).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(began).toHaveLength(1);
  });

  it('keeps slots free for people while long background calls are under way', async () => {
    const budget = budgetOf({ concurrency: 4 });
    let ends: (() => void)[] = [];
    const long = Array.from({ length: 6 }, () =>
      budget.run('background', 2, () => new Promise<void>((end) => void ends.push(end))),
    );
    const { began } = spend(budget, 'interactive', 1);
    await vi.advanceTimersByTimeAsync(1);
    expect({ running: ends.length, people: began.length }).toEqual({ running: 3, people: 1 });
    for (; ends.length > 0; await vi.advanceTimersByTimeAsync(1)) ends = (ends.forEach((end) => end()), []);
    await Promise.all(long);
  });

  it('keeps the number of calls in flight, also when calls fail', async () => {
    const budget = budgetOf({ concurrency: 2 });
    let inFlight = 0;
    let most = 0;
    const calls = Array.from({ length: 10 }, (_, index) =>
      budget
        .run('background', 1, async () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await Promise.resolve();
          inFlight -= 1;
          if (index % 2) throw new Error('no');
        })
        .catch(() => undefined),
    );
    await Promise.all(calls);
    expect(most).toBe(2);
    expect(budget.status()).toMatchObject({ usedLastMinute: 10, waiting: 0, inFlight: 0 });
  });
});

it('starts what waited for a pause also when it ends in the middle of a look', async () => {
  for (let before = 0; before < 12; before += 1) {
    let time = 0;
    // Every look at the clock is a little later than the last.
    const budget = createUnitBudget({ now: () => (time += 0.1) });
    budget.pause(1);
    time = 1_000.1 - before * 0.1;
    let started = false;
    const call = budget.run('interactive', 1, async () => void (started = true));
    time = 2_000;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([before, started]).toEqual([before, true]);
    await call;
  }
});
