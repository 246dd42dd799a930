import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo } from '../../../api/instances/redis/connection.ts';
import { rateRules } from '../../../api/instances/index.ts';
import { script } from '../../../api/instances/redis/script.ts';
import { slowDownAt, takeTurnAt } from '../../../api/instances/redis/scripts.ts';
import { gateRate, taken, throttled, waitOf, type GateRate } from '../../../bot/sending/gate-rate.ts';
import { aRedis, type RedisServer } from '../../support/redis-server.ts';

let redis: RedisServer;
let client: ReturnType<typeof connectTo>;
beforeAll(async () => {
  redis = await aRedis();
  client = connectTo({ url: redis.url, log: { info: () => {}, warn: () => {}, error: () => {} } }, false);
  await client.connect();
});
afterAll(async () => {
  client.disconnect();
  await redis.close();
});

const steps = fc.array(
  fc.record({
    after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30_000 })),
    does: fc.constantFrom('urgent' as const, 'broadcast' as const, 'broadcast' as const, 'throttled' as const),
    pause: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 60 },
);

it('answers as one gate alone does, to the millisecond, for every sequence of calls and 429s', async () => {
  const clock = 'local now = tonumber(ARGV[4])';
  const [take, slow] = [script(client, takeTurnAt(clock)), script(client, slowDownAt(clock))];
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 7.5, 13, 40), steps, async (target, sequence) => {
      runs += 1;
      const key = [`rate:${runs}`];
      const keys = [...key, `members:${runs}`];
      let now = 1_000_000;
      let alone: GateRate | undefined;
      for (const { after, does, pause } of sequence) {
        now += after;
        alone ??= gateRate(target, now);
        if (does === 'throttled') {
          await slow(key, target, pause * 1_000, '', now);
          alone = throttled(alone, now, pause, 0.5);
          continue;
        }
        const wait = waitOf(alone, now, does);
        expect(await take(keys, target, does === 'broadcast' ? 1 : 0, 1, now)).toBe(wait);
        if (wait === 0) alone = taken(alone, now);
      }
    }),
    { numRuns: 150 },
  );
});

/**
 * Members by how long ago each has beaten (ms), what the caller has known, and the share of the target that Redis
 * gives.
 */
it.each([
  { what: 'all have beaten', silent: [0, 900, 1_800], known: 3, share: 1 },
  { what: 'one is silent', silent: [0, 900, 4_000], known: 3, share: 2 / 3 },
  { what: 'one is gone for good', silent: [0, 900, 11_000], known: 2, share: 1 },
  { what: 'Redis was emptied, and one is back', silent: [0], known: 3, share: 1 / 3 },
  { what: 'the caller itself has not beaten yet', silent: [], known: 2, share: 1 / 2 },
  { what: 'a new one has beaten that the caller does not know', silent: [0, 0, 0], known: 2, share: 1 },
])('gives the parts of those that take their turns from it: $what', async ({ silent, known, share }) => {
  const take = script(client, takeTurnAt('local now = tonumber(ARGV[4])'));
  const name = `parts:${silent.join('-')}:${known}`;
  const from = 1_000_000;
  let taken = 0;
  for (let now = from; now < from + 10_000; now += 5) {
    for (const [nth, ago] of silent.entries())
      await client.zadd(`${name}:members`, now - ago + rateRules.memberLasts, String(nth));
    while ((await take([`${name}:rate`, `${name}:members`], 40, 1, known, now)) === 0) taken += 1;
  }
  expect(taken / 10).toBeGreaterThan(40 * share - 1);
  expect(taken / 10).toBeLessThan(40 * share + 0.5);
});
