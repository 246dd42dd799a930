import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lane } from '../../../api/sharepoint/index.ts';
import { createUnitBudget, type UnitBudgetSettings } from '../../../api/sharepoint/unit-budget.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const budgetOf = (settings: UnitBudgetSettings) => createUnitBudget({ now: () => Date.now(), ...settings });
/** Starts calls of 2 units and records their times. */
function spend(budget: ReturnType<typeof budgetOf>, lane: Lane, calls: number, began: number[] = []) {
  const all = Array.from({ length: calls }, () =>
    budget.run({ lane, units: 2 }, async () => void began.push(Date.now() - 1_000_000)),
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
      budget.run({ lane: 'background', units: 2 }, () => new Promise<void>((end) => void ends.push(end))),
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
        .run({ lane: 'background', units: 1 }, async () => {
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
    // Each reading of the clock is slightly later.
    const budget = createUnitBudget({ now: () => (time += 0.1) });
    budget.pause(1);
    time = 1_000.1 - before * 0.1;
    let started = false;
    const call = budget.run({ lane: 'interactive', units: 1 }, async () => void (started = true));
    time = 2_000;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([before, started]).toEqual([before, true]);
    await call;
  }
});

describe('several people who wait', () => {
  const asks = (budget: ReturnType<typeof budgetOf>, who: string, calls: number, patienceMs?: number) => {
    const began: number[] = [];
    const turn = { lane: 'interactive', units: 2, who, ...(patienceMs === undefined ? {} : { patienceMs }) } as const;
    const all = Array.from({ length: calls }, () => budget.run(turn, async () => began.push(Date.now() - 1_000_000)));
    return { began, all: Promise.all(all) };
  };

  it('take turns: one who asks a hundred times keeps nobody waiting', async () => {
    const budget = budgetOf({ concurrency: 2 });
    const order: string[] = [];
    const ask = (who: string) =>
      budget.run({ lane: 'interactive', units: 1, who }, async () => {
        order.push(who);
        await new Promise((resolve) => setTimeout(resolve, 10));
      });
    const all = [...Array.from({ length: 100 }, () => ask('greedy')), ask('anne'), ask('bo')];
    await vi.advanceTimersByTimeAsync(2_000);
    await Promise.all(all);
    expect(order.slice(0, 5).sort()).toEqual(['anne', 'bo', 'greedy', 'greedy', 'greedy']);
    expect(order).toHaveLength(102);
  });

  it('leave the units of others to them: whoever has used a quarter of the limit in a minute waits alone', async () => {
    const budget = budgetOf({ unitsPerMinute: 1_000, concurrency: 1_000 });
    const greedy = asks(budget, 'greedy', 180);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(greedy.began).toHaveLength(125);
    const anne = asks(budget, 'anne', 10);
    const background = spend(budget, 'background', 10);
    await vi.advanceTimersByTimeAsync(1);
    expect(anne.began).toHaveLength(10);
    expect(background.began).toHaveLength(10);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(greedy.began).toHaveLength(180);
  });

  it('are told when their turn does not come in time, and nothing was sent', async () => {
    const budget = budgetOf({ unitsPerMinute: 1_000, concurrency: 1_000 });
    await asks(budget, 'greedy', 125).all;
    const late = asks(budget, 'greedy', 3, 8_000);
    await vi.advanceTimersByTimeAsync(8_001);
    expect(await late.all).toEqual([undefined, undefined, undefined]);
    expect(late.began).toEqual([]);
    expect(budget.status()).toMatchObject({ waiting: 0, usedLastMinute: 250 });
  });

  it('may have two hundred calls waiting; more are turned away at once', async () => {
    const budget = budgetOf({ unitsPerMinute: 1_000, concurrency: 1_000 });
    await asks(budget, 'greedy', 125).all;
    const many = Array.from({ length: 300 }, () =>
      budget.run({ lane: 'interactive', units: 2, who: 'greedy' }, async () => 'sent'),
    );
    expect(budget.status().waiting).toBe(200);
    const turnedAway = await Promise.race([many[250], Promise.resolve('still waiting')]);
    expect(turnedAway).toBe(undefined);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect((await Promise.all(many)).filter((one) => one === 'sent')).toHaveLength(200);
  });

  it('turns away at once whatever waits when the program ends, and makes nothing of it; what is affordable goes on', async () => {
    const budget = budgetOf({ unitsPerMinute: 100, concurrency: 1_000 });
    const background = spend(budget, 'background', 50);
    const person = spend(budget, 'interactive', 20);
    await vi.advanceTimersByTimeAsync(1);
    const begun = background.began.length + person.began.length;
    expect(budget.status().waiting).toBe(70 - begun);
    budget.stop();
    await background.all;
    await person.all;
    expect(budget.status()).toMatchObject({ waiting: 0, inFlight: 0 });
    expect(await budget.run({ lane: 'background', units: 2 }, async () => 'made')).toBeUndefined();
    expect(await budget.run({ lane: 'background', units: 0 }, async () => 'made')).toBe('made');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(background.began.length + person.began.length).toBe(begun);
  });
});
