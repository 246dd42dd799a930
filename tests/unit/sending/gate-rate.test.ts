import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateRate, rateAt, taken, throttled, waitOf, type GateRate } from '../../../bot/sending/gate-rate.ts';

/** Lets calls through at the gate's rate from `from` to `to` (ms) and returns their times. */
function letThrough(gate: GateRate, from: number, to: number): { gate: GateRate; left: number[] } {
  const left: number[] = [];
  let now = from;
  for (;;) {
    const wait = waitOf(gate, now, 'urgent');
    if (now + wait > to) return { gate, left };
    if (wait > 0) now += wait;
    else {
      gate = taken(gate, now);
      left.push(now);
    }
  }
}
const mostInOneSecond = (left: readonly number[]) =>
  Math.max(...left.map((start) => left.filter((at) => at >= start && at < start + 1000).length));

describe('the gate', () => {
  it('keeps the target over a minute and never lets 50 calls out within a second', () => {
    const { left } = letThrough(gateRate(40, 0), 0, 60_000);
    expect(left.length).toBeGreaterThan(60 * 40 * 0.97);
    expect(left.length).toBeLessThanOrEqual(60 * 40 + 8);
    expect(mostInOneSecond(left)).toBeLessThan(50);
  });

  it('holds back a burst also after a long rest', () => {
    const { left } = letThrough(gateRate(40, 0), 3_600_000, 3_601_000);
    expect(left.length).toBeLessThan(50);
  });

  it('lets nothing out until Retry-After has passed', () => {
    const { left } = letThrough(throttled(gateRate(40, 0), 0, 3, 0.5), 0, 4_000);
    expect(left[0]).toBeGreaterThanOrEqual(3_000);
  });

  it('halves after a 429 and is back at the target twenty seconds after the pause', () => {
    const gate = throttled(gateRate(40, 0), 0, 1, 0.5);
    expect(rateAt(gate, 1_000)).toBe(20);
    expect(rateAt(gate, 11_000)).toBe(30);
    expect(rateAt(gate, 21_000)).toBe(40);
    expect(rateAt(gate, 600_000)).toBe(40);
  });

  it('halves once for the 429s of calls that were under way together', () => {
    let gate = gateRate(40, 0);
    for (let nth = 0; nth < 30; nth += 1) gate = throttled(gate, nth, 1, 0.5);
    expect(rateAt(gate, 1_029)).toBe(20);
  });

  it('never falls below an eighth of the target', () => {
    let gate = gateRate(40, 0);
    for (let nth = 0; nth < 20; nth += 1) gate = throttled(gate, nth * 4_000, 1, 0.5);
    expect(rateAt(gate, 80_000)).toBeGreaterThanOrEqual(5);
  });

  it('pauses longer with each 429 that names no time, twenty seconds at most', () => {
    const pauses: number[] = [];
    let gate = gateRate(40, 0);
    let now = 0;
    for (let nth = 0; nth < 7; nth += 1) {
      gate = throttled(gate, now, undefined, 0.5);
      pauses.push(Math.round((gate.pausedUntil - now) / 1000));
      now = gate.pausedUntil;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 20, 20]);
  });

  it('is lifted by Infinity, and still keeps the pause of a 429', () => {
    const lifted = letThrough({ ...gateRate(Infinity, 0) }, 0, -1);
    expect(waitOf(lifted.gate, 5, 'urgent')).toBe(0);
    const paused = throttled(gateRate(Infinity, 0), 0, 2, 0.5);
    expect(waitOf(paused, 0, 'urgent')).toBe(2_000);
    expect(waitOf(paused, 2_000, 'urgent')).toBe(0);
    expect(rateAt(paused, 2_000)).toBe(Infinity);
  });

  it('exceeds its rate in no interval, whatever 429s come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.integer({ min: 1, max: 5_000 }), retryAfter: fc.integer({ min: 0, max: 4 }) }), {
          maxLength: 8,
        }),
        (throttles) => {
          let gate = gateRate(40, 0);
          let now = 0;
          const left: number[] = [];
          for (const { after, retryAfter } of throttles) {
            const some = letThrough(gate, now, now + after);
            left.push(...some.left);
            now += after;
            const before = rateAt(some.gate, now);
            gate = throttled(some.gate, now, retryAfter, 0.5);
            expect(rateAt(gate, now)).toBeLessThanOrEqual(before);
            expect(letThrough(gate, now, now + retryAfter * 1000 - 1).left).toEqual([]);
          }
          if (left.length > 0) expect(mostInOneSecond(left)).toBeLessThan(50);
        },
      ),
      { numRuns: 60 },
    );
  });
});
