import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownRate, rateRules, type SharedRate } from '../../../api/instances/index.ts';
import { gateRate, taken, waitOf, type GateRate } from '../../../bot/sending/gate-rate.ts';
import { createGate } from '../../../bot/sending/index.ts';

/** Teams' calls a second of an app in a tenant. */
const mostOfTeams = 50;
const seconds = 16;
const { freshFor, memberLasts } = rateRules;

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
  /** When Redis is away; whether it comes back empty. */
  away: readonly Span[];
  empties: boolean;
  /** How long after Redis each instance is back, since it tries now and then (ms). */
  returns: readonly number[];
  /** When the connection of each instance alone is broken. */
  cut: readonly (readonly Span[])[];
  /** How long the journal takes for a write (ms). */
  writes: number;
}
const endOf = (spans: readonly Span[], at: number): number =>
  spans.reduce((end, { from, lasts }) => (end >= from && end < from + lasts ? from + lasts : end), at);

/** Moments of the calls of three instances that send all they may, in a time of their own. */
async function callsOf({ blocked, stalled, away, empties, returns, cut, writes }: Lags): Promise<number[]> {
  let now = 0;
  const sleepers: { until: number; wake(): void }[] = [];
  const until = (moment: number) => new Promise<void>((wake) => void sleepers.push({ until: moment, wake }));
  let bucket: GateRate | undefined;
  /** Redis's: when each instance has beaten. */
  const beats = new Map<number, number>();
  const isAway = () => endOf(away, now) > now;
  const server = (work: () => void) => {
    if (!isAway()) return work();
    if (!empties) return;
    bucket = undefined;
    beats.clear();
  };
  const isCut = (instance: number) =>
    isAway() ||
    endOf(cut[instance] ?? [], now) > now ||
    endOf(
      away.map(({ from, lasts }) => ({ from, lasts: lasts + (returns[instance] ?? 0) })),
      now,
    ) > now;
  const count = () => [...beats.values()].filter((at) => at > now - memberLasts).length;
  const fresh = () => [...beats.values()].filter((at) => at > now - freshFor).length;

  const sharedBy = (instance: number, loop: readonly Span[]): SharedRate => {
    const own = ownRate(() => now);
    void (async () => {
      for (;;) {
        const isSent = !isCut(instance);
        if (isSent) {
          own.asked();
          const at = now;
          server(() => beats.set(instance, now));
          const members = count();
          await until(endOf(loop, now + 1));
          own.agreed(members, at);
        }
        await until(endOf(loop, now + 1_000));
      }
    })();
    return {
      take: async (lane, target) => {
        await until(now + 1);
        const isLost = isCut(instance);
        let wait = 0;
        server(() => {
          if (isLost) return;
          bucket ??= gateRate(target, now);
          const limit = (target * Math.max(1, fresh())) / Math.max(1, count(), own.most());
          const limited = { ...bucket, target: limit, rate: limit };
          wait = waitOf(limited, now, lane);
          if (wait === 0) bucket = taken(limited, now);
        });
        await until(endOf(loop, now + 1));
        if (isLost) throw new Error('away');
        return wait;
      },
      throttled: async () => undefined,
      own: own.part,
    };
  };
  const calls: number[] = [];
  for (let instance = 0; instance < 3; instance += 1) {
    const loop = blocked[instance] ?? [];
    const time = { now: () => now, wait: (ms: number) => until(endOf(loop, now + ms)) };
    const gate = createGate({ perSecond: 40, time, shared: sharedBy(instance, loop) });
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
  // Each knows of the others from its second beat.
  const spans = (most: number) =>
    fc.array(
      fc.record({ from: fc.integer({ min: 1_100, max: seconds * 1_000 }), lasts: fc.integer({ min: 1, max: most }) }),
      { maxLength: 5 },
    );
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        blocked: fc.array(spans(1_500), { maxLength: 3 }),
        stalled: spans(1_500),
        away: spans(3_000),
        empties: fc.boolean(),
        returns: fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 3, maxLength: 3 }),
        cut: fc.array(spans(14_000), { maxLength: 3 }),
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
  const calls = await callsOf({ blocked: [], stalled: [], away: [], empties: false, returns: [], cut: [], writes });
  // Turns that the first writes outlast.
  expect(calls.length).toBeGreaterThan(seconds * 40 * (writes > 50 ? 0.9 : 0.95));
});
