import { describe, expect, it } from 'vitest';
import { createGate } from '../../../bot/sending/index.ts';
import type { RealTime } from '../../../bot/sending/real-time.ts';

/** Time advanced only by the test. */
function handTime(): RealTime & { pass(milliseconds: number): Promise<void> } {
  let now = 0;
  let sleepers: { until: number; wake(): void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    wait: (milliseconds) => new Promise((wake) => void sleepers.push({ until: now + milliseconds, wake })),
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        await settle();
        const next = sleepers.toSorted((one, other) => one.until - other.until)[0];
        if (!next || next.until > end) break;
        now = next.until;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

describe('createGate', () => {
  it('lets urgent calls out ahead of broadcasts that wait longer', async () => {
    const time = handTime();
    const gate = createGate({ perSecond: 5, time });
    const order: string[] = [];
    for (let nth = 1; nth <= 4; nth += 1) void gate.pass('broadcast').then(() => order.push(`broadcast ${nth}`));
    void gate.pass('urgent').then(() => order.push('urgent'));
    await time.pass(5_000);
    expect(order).toEqual(['broadcast 1', 'urgent', 'broadcast 2', 'broadcast 3', 'broadcast 4']);
  });

  it('lets calls out at its rate', async () => {
    const time = handTime();
    const gate = createGate({ perSecond: 40, time });
    let out = 0;
    for (let nth = 0; nth < 500; nth += 1) void gate.pass('broadcast').then(() => (out += 1));
    await time.pass(10_000);
    expect(out).toBeGreaterThan(390);
    expect(out).toBeLessThanOrEqual(408);
    expect(gate.status().waiting).toBe(500 - out);
  });

  it('lets everybody out when it is lifted, and keeps its rate again afterwards', async () => {
    const time = handTime();
    const gate = createGate({ perSecond: 1, time });
    let out = 0;
    for (let nth = 1; nth <= 100; nth += 1) void gate.pass('broadcast').then(() => (out += 1));
    await time.pass(1_000);
    expect(out).toBeLessThan(5);
    gate.aim(Infinity);
    await time.pass(1_000);
    expect(out).toBe(100);
    gate.aim(1);
    for (let nth = 1; nth <= 100; nth += 1) void gate.pass('broadcast').then(() => (out += 1));
    await time.pass(3_000);
    expect(out).toBeLessThan(106);
  });

  it('pauses everybody after a 429, urgent calls too, and says so', async () => {
    const time = handTime();
    const gate = createGate({ perSecond: 40, time });
    gate.throttled(3);
    let out = 0;
    void gate.pass('urgent').then(() => (out += 1));
    await time.pass(2_900);
    expect(out).toBe(0);
    expect(gate.status()).toMatchObject({ ratePerSecond: 20, throttled: 1, waiting: 1 });
    expect(gate.status().pausedSeconds).toBeCloseTo(0.1, 2);
    await time.pass(200);
    expect(out).toBe(1);
  });

  it('lets go of whoever stops waiting', async () => {
    const time = handTime();
    const gate = createGate({ perSecond: 1, time });
    await gate.pass('broadcast');
    const stop = new AbortController();
    const waiting = gate.pass('broadcast', stop.signal);
    stop.abort(new Error('sending stops'));
    await expect(waiting).rejects.toThrow('sending stops');
    expect(gate.status().waiting).toBe(0);
    await expect(gate.pass('broadcast', stop.signal)).rejects.toThrow('sending stops');
  });
});
