import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SharedRate } from '../../../api/instances/index.ts';
import { gateRate, taken, waitOf, type GateRate } from '../../../bot/sending/gate-rate.ts';
import { createGate } from '../../../bot/sending/index.ts';

/** Teams' calls a second of an app in a tenant. */
const mostOfTeams = 50;
const seconds = 8;

/** A span of time (ms). */
interface Span {
  from: number;
  lasts: number;
}
interface Lags {
  /** When each instance's event loop is blocked: all that was to go on goes on afterwards. */
  blocked: readonly (readonly Span[])[];
  /** When the journal, which is written between a turn and its call, does not answer. */
  stalled: readonly Span[];
  /** When Redis is away; it comes back empty. */
  away: readonly Span[];
  /** How long the journal takes for a write (ms). */
  writes: number;
}
const endOf = (spans: readonly Span[], at: number): number =>
  spans.reduce((end, { from, lasts }) => (end >= from && end < from + lasts ? from + lasts : end), at);

/** Moments of the calls of three instances that send all they may, in a time of their own. */
async function callsOf({ blocked, stalled, away, writes }: Lags): Promise<number[]> {
  let now = 0;
  const sleepers: { until: number; wake(): void }[] = [];
  const until = (moment: number) => new Promise<void>((wake) => void sleepers.push({ until: moment, wake }));
  let bucket: GateRate | undefined;
  const sharedBy = (loop: readonly Span[]): SharedRate => ({
    take: async (lane, target) => {
      await until(now + 1);
      const isAway = endOf(away, now) > now;
      if (isAway) bucket = undefined;
      else bucket ??= gateRate(target, now);
      const wait = bucket ? waitOf(bucket, now, lane) : 0;
      if (bucket && wait === 0) bucket = taken(bucket, now);
      await until(endOf(loop, now + 1));
      if (isAway) throw new Error('away');
      return wait;
    },
    throttled: async () => undefined,
  });
  const calls: number[] = [];
  for (let instance = 0; instance < 3; instance += 1) {
    const loop = blocked[instance] ?? [];
    const time = { now: () => now, wait: (ms: number) => until(endOf(loop, now + ms)) };
    const gate = createGate({ perSecond: 40, time, shared: sharedBy(loop), instances: () => 3 });
    for (let connection = 0; connection < 10; connection += 1)
      void (async () => {
        while (now < seconds * 1_000) {
          const turn = await gate.passToPrepare('broadcast');
          await until(endOf(loop, endOf(stalled, now + writes)));
          await gate.renew(turn, 'broadcast');
          calls.push(now);
        }
      })();
  }
  while (now < seconds * 1_000) {
    await new Promise((resolve) => setImmediate(resolve));
    sleepers.sort((one, other) => one.until - other.until);
    now = sleepers[0]?.until ?? Infinity;
    while (sleepers[0] && sleepers[0].until <= now) sleepers.shift()?.wake();
  }
  return calls;
}

const mostInOneSecond = (calls: readonly number[]) =>
  calls.reduce((most, at, nth) => Math.max(most, calls.findIndex((other) => other >= at + 1_000) - nth), 0);

it('never lets three instances together make more calls in a second than Teams takes, whatever lags', async () => {
  const spans = (most: number) =>
    fc.array(
      fc.record({ from: fc.integer({ min: 0, max: seconds * 1_000 }), lasts: fc.integer({ min: 1, max: most }) }),
      { maxLength: 5 },
    );
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        blocked: fc.array(spans(1_500), { maxLength: 3 }),
        stalled: spans(1_500),
        away: spans(3_000),
        writes: fc.integer({ min: 1, max: 300 }),
      }),
      async (given) => {
        expect(mostInOneSecond(await callsOf(given))).toBeLessThanOrEqual(mostOfTeams);
      },
    ),
    { numRuns: 20 },
  );
});

it.each([2, 60, 200])('uses nearly the whole rate where nothing lags and a write takes %i ms', async (writes) => {
  const calls = await callsOf({ blocked: [], stalled: [], away: [], writes });
  // Turns that the first writes outlast.
  expect(calls.length).toBeGreaterThan(seconds * 40 * (writes > 50 ? 0.9 : 0.95));
});
